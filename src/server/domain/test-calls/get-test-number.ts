import { and, asc, eq } from "drizzle-orm";
import { branches, phoneNumbers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";

/** E.164 of the number that test calls go to: the first one of an open branch. @throws `test_call.no_number` */
export async function getTestNumber(ctx: TenantContext): Promise<string> {
  const [number] = await ctx.db
    .select({ phoneNumber: phoneNumbers.phoneNumber })
    .from(phoneNumbers)
    .innerJoin(
      branches,
      and(eq(branches.tenantId, phoneNumbers.tenantId), eq(branches.id, phoneNumbers.branchId)),
    )
    .where(and(eq(phoneNumbers.tenantId, ctx.tenant.id), eq(branches.active, true)))
    .orderBy(asc(phoneNumbers.id))
    .limit(1);
  if (!number) throw new DomainError("test_call.no_number", "conflict");
  return number.phoneNumber;
}
