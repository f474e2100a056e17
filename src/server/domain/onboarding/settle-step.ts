import { type SettledStep, settledStep } from "@/contracts/onboarding";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { lockSetup, markStep } from "./setup-row";

/** The owner has seen to a step, or leaves it for later. @throws DomainError `setup.not_found` */
export async function settleStep(ctx: TenantContext, input: SettledStep): Promise<void> {
  requirePermission(ctx, "settings:write");
  const { step, state } = settledStep.parse(input);
  await transact(ctx.db, async (tx) => markStep(ctx, tx, await lockSetup(ctx, tx), step, state));
}
