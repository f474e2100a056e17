import { eq } from "drizzle-orm";
import { type CallPolicy, callPolicy } from "@/contracts/booking-rules";
import { tenants } from "@/server/db/schema";
import { changesOf } from "../_core/changes-of";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";

/** Replaces how the phone deals with callers. The event names the fields that changed; without any there is none. */
export async function changeCallPolicy(ctx: TenantContext, input: CallPolicy): Promise<CallPolicy> {
  requirePermission(ctx, "settings:write");
  const policy = callPolicy.parse(input);
  return transact(ctx.db, async (tx) => {
    const here = eq(tenants.id, ctx.tenant.id);
    const [before] = await tx.select().from(tenants).where(here).for("update");
    if (!before) throw notFound("tenant");
    const changed = changesOf<CallPolicy>(before, policy);
    if (changed.fields.length === 0) return policy;
    await tx.update(tenants).set(policy).where(here);
    await recordEvent(ctx, tx, "tenant.settings_changed", null, changed);
    return policy;
  });
}
