import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { listStandingTroubles } from "./list-standing-troubles";
import { listUnsynced } from "./list-unsynced";
import { rankTroubles, type Trouble } from "./rank-troubles";

const shown = 6;

/** What needs a person, the most pressing first, at most six; `more` says that there is more of it. */
export async function listAttention(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "appointments:read");
  const [unsynced, standing] = await Promise.all([
    listUnsynced(ctx, now, shown + 1),
    listStandingTroubles(ctx, now),
  ]);
  const ranked: Trouble[] = rankTroubles([...unsynced, ...standing]);
  return { rows: ranked.slice(0, shown), more: ranked.length > shown };
}
