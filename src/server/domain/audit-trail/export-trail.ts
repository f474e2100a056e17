import { type TrailFilter, trailFilter } from "@/contracts/audit-trail";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { listTrail } from "./list-trail";
import type { TrailRow } from "./name-trail";

const rowsAtOnce = 500;

/**
 * What the trail shows for this filter, in its order, some hundred rows at a time. That it was taken out is recorded,
 * also when somebody stops halfway.
 */
export function exportTrail(ctx: TenantContext, input: TrailFilter): AsyncGenerator<TrailRow[]> {
  requirePermission(ctx, "audit:read");
  return walk(ctx, trailFilter.parse(input));
}

async function* walk(ctx: TenantContext, filter: TrailFilter): AsyncGenerator<TrailRow[]> {
  let rows = 0;
  try {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof listTrail>> = await listTrail(
        ctx,
        { ...filter, cursor },
        rowsAtOnce,
      );
      rows += page.rows.length;
      yield page.rows;
      cursor = page.next;
    }
  } finally {
    await recordEvent(ctx, ctx.db, "audit_trail.exported", null, { rows });
  }
}
