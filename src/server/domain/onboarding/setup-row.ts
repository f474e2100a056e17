import { eq } from "drizzle-orm";
import type { SettledState, SetupStep } from "@/contracts/trades";
import { setups } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { recordEvent } from "../_core/record-event";
import type { Transaction } from "../_core/transact";

/** First statement of every step: two tabs, or two clicks, come one after the other. @throws `setup.not_found` */
export async function lockSetup(ctx: TenantContext, tx: Transaction) {
  const [setup] = await tx.select().from(setups).where(eq(setups.tenantId, ctx.tenant.id)).for("update");
  if (!setup) throw notFound("setup");
  return setup;
}

type Setup = Awaited<ReturnType<typeof lockSetup>>;

/** Notes what became of a step; what is done is not skipped any more. */
export async function markStep(
  ctx: TenantContext,
  tx: Transaction,
  setup: Setup,
  step: SetupStep,
  state: SettledState,
): Promise<void> {
  if (setup.steps[step] === state || setup.steps[step] === "done") return;
  await tx
    .update(setups)
    .set({ steps: { ...setup.steps, [step]: state } })
    .where(eq(setups.tenantId, ctx.tenant.id));
  await recordEvent(ctx, tx, "setup.step_settled", null, { step, state });
}
