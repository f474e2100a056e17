import { and, asc, desc, eq, like } from "drizzle-orm";
import { type NumberList, numberList } from "@/contracts/platform";
import { agents, phoneNumbers, tenants } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { beyond } from "../_core/keyset";
import { requirePermission } from "../_core/permissions";
import { readCursor, turnPage } from "../_core/turn-page";

const pageRows = 50;
/** Where tables are small, databases read all of them instead. */
const byId = { forceIndex: "PRIMARY" };

/**
 * Every number of every business, in the order of the digits, with whose it is and who answers. In which branch it rings
 * says the page of the business.
 */
export async function listNumbers(ctx: PlatformContext, input: NumberList) {
  requirePermission(ctx, "platform:admin");
  const { search, cursor } = numberList.parse(input);
  const { key, backwards } = readCursor(cursor);
  const order = backwards ? desc : asc;
  const found = await ctx.db
    .select({
      id: phoneNumbers.id,
      phoneNumber: phoneNumbers.phoneNumber,
      label: phoneNumbers.label,
      tenantId: tenants.id,
      tenantName: tenants.name,
      tenantSlug: tenants.slug,
      tenantStatus: tenants.status,
      branchId: phoneNumbers.branchId,
      agentId: agents.id,
      agentName: agents.name,
      agentStatus: agents.status,
    })
    .from(phoneNumbers, { forceIndex: "phone_numbers_number_uq" })
    .innerJoin(tenants, eq(tenants.id, phoneNumbers.tenantId), byId)
    .leftJoin(
      agents,
      and(eq(agents.tenantId, phoneNumbers.tenantId), eq(agents.id, phoneNumbers.agentId)),
      byId,
    )
    .where(
      and(
        search ? like(phoneNumbers.phoneNumber, `${beginningOf(search)}%`) : undefined,
        key === undefined
          ? undefined
          : beyond(backwards ? "below" : "above", [phoneNumbers.phoneNumber], [key]),
      ),
    )
    .orderBy(order(phoneNumbers.phoneNumber))
    .limit(pageRows + 1);
  return turnPage(found, pageRows, { backwards, positioned: key !== undefined }, (row) => row.phoneNumber);
}

/** "030 12", "0049 30 12" and "+49 30 12" begin alike: numbers are kept in E.164, and are German unless they say so. */
function beginningOf(written: string): string {
  const digits = written.replaceAll(/[^\d+]/g, "");
  if (digits.startsWith("+")) return digits;
  if (digits.startsWith("00")) return `+${digits.slice(2)}`;
  return digits.startsWith("0") ? `+49${digits.slice(1)}` : `+${digits}`;
}
