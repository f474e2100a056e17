import { eq } from "drizzle-orm";
import { type WishedNumber, wishedNumber } from "@/contracts/onboarding";
import { setups } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { readNumber } from "../phone-numbers/write-phone-number";
import { lockSetup, markStep } from "./setup-row";

/**
 * The number that is to be answered. Only the platform connects it: whoever could claim any number here would be
 * handed the calls that wait for it.
 * @throws DomainError `setup.not_found`, `phone_number.invalid`
 */
export async function wishNumber(ctx: TenantContext, input: WishedNumber): Promise<void> {
  requirePermission(ctx, "settings:write");
  const number = readNumber(wishedNumber.parse(input).phoneNumber);
  await transact(ctx.db, async (tx) => {
    const setup = await lockSetup(ctx, tx);
    if (setup.wishedNumber !== number) {
      await tx.update(setups).set({ wishedNumber: number }).where(eq(setups.tenantId, ctx.tenant.id));
      await recordEvent(ctx, tx, "setup.number_wished", null, {});
    }
    await markStep(ctx, tx, setup, "number", "done");
  });
}
