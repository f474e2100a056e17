import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { numberMove } from "@/contracts/platform";
import { phoneNumbers } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { loadTenantContext } from "../_core/tenant-context";
import { transact } from "../_core/transact";
import { writePhoneNumber } from "./write-phone-number";

/**
 * Lets a number ring at another branch, be it of another business: calls from now on are theirs, those until now stay
 * where they were. Both businesses read of it in their audit trail.
 * @throws DomainError `phone_number.not_found`, `tenant.not_found`, `branch.not_found`, `agent.not_found`
 */
export async function movePhoneNumber(
  ctx: PlatformContext,
  input: z.input<typeof numberMove>,
): Promise<void> {
  requirePermission(ctx, "platform:admin");
  const { phoneNumberId, tenantId, branchId, agentId } = numberMove.parse(input);
  const target = await loadTenantContext(ctx, tenantId);
  await transact(ctx.db, async (tx) => {
    const [row] = await tx
      .select({
        tenantId: phoneNumbers.tenantId,
        phoneNumber: phoneNumbers.phoneNumber,
        label: phoneNumbers.label,
      })
      .from(phoneNumbers)
      .where(eq(phoneNumbers.id, phoneNumberId))
      .for("update");
    if (!row) throw notFound("phone_number");
    const { phoneNumber, label } = row;
    if (row.tenantId !== tenantId) {
      await tx
        .delete(phoneNumbers)
        .where(and(eq(phoneNumbers.tenantId, row.tenantId), eq(phoneNumbers.id, phoneNumberId)));
      const source = await loadTenantContext(ctx, row.tenantId);
      await recordEvent(source, tx, "phone_number.released", phoneNumberId, { phoneNumberId, phoneNumber });
    }
    await writePhoneNumber(target, tx, { phoneNumber, branchId, agentId, label });
  });
}
