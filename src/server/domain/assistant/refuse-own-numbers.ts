import { and, eq, inArray } from "drizzle-orm";
import { phoneNumbers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import type { Transaction } from "../_core/transact";
import { type NumberField, numberFields } from "./read-numbers";

/** Forwarded to a number the assistant answers, a caller would come round in circles. @throws DomainError `invalid` */
export async function refuseOwnNumbers(
  ctx: TenantContext,
  tx: Transaction,
  content: Record<NumberField, string | null>,
): Promise<void> {
  const wanted = numberFields.flatMap((field) => content[field] ?? []);
  if (wanted.length === 0) return;
  const own = await tx
    .select({ number: phoneNumbers.phoneNumber })
    .from(phoneNumbers)
    .where(and(eq(phoneNumbers.tenantId, ctx.tenant.id), inArray(phoneNumbers.phoneNumber, wanted)));
  const circular = numberFields.filter((field) => own.some(({ number }) => number === content[field]));
  if (circular.length === 0) return;
  const fields = Object.fromEntries(circular.map((field) => [field, "own_number"]));
  throw new DomainError("invalid", "invalid", { fields });
}
