import { and, eq } from "drizzle-orm";
import type { CallerProof } from "@/contracts/tenants";
import { toE164 } from "@/lib/phone";
import { agents, branches, phoneNumbers, tenants } from "@/server/db/schema";
import type { PlatformContext, TenantRef } from "../_core/context";

export interface CalledNumber {
  tenant: TenantRef;
  tenantName: string;
  recordingConsent: "never" | "ask";
  /** What proves, beside the calling number, whose appointments these are. */
  callerProof: CallerProof;
  /** The phone books, moves and cancels only after the caller's yes. */
  spokenYesRequired: boolean;
  /** Half hours are said "halb drei" rather than "14 Uhr 30". */
  saysHalfHours: boolean;
  phoneNumberId: number;
  /** E.164. */
  phoneNumber: string;
  branchId: number;
  branchName: string;
  /** IANA zone of the branch. */
  branchTimeZone: string;
  /** Bundesland of the branch. */
  federalState: string;
  agentId: number | null;
  retellAgentId: string | null;
  /** BCP 47, e.g. `de-DE`. */
  language: string;
}

/** Whom a number belongs to: the one source of a call's tenant. Undefined for numbers nobody here owns. */
export async function resolveCalledNumber(
  ctx: PlatformContext,
  toNumber: string | null | undefined,
): Promise<CalledNumber | undefined> {
  const phoneNumber = toE164(toNumber);
  if (!phoneNumber) return undefined;
  const [row] = await ctx.db
    .select({
      tenant: { id: tenants.id, slug: tenants.slug, timeZone: tenants.timeZone },
      tenantName: tenants.name,
      recordingConsent: tenants.recordingConsent,
      callerProof: tenants.callerProof,
      spokenYesRequired: tenants.spokenYesRequired,
      saysHalfHours: tenants.saysHalfHours,
      phoneNumberId: phoneNumbers.id,
      phoneNumber: phoneNumbers.phoneNumber,
      branchId: branches.id,
      branchName: branches.name,
      branchTimeZone: branches.timeZone,
      federalState: branches.federalState,
      agentId: agents.id,
      retellAgentId: agents.retellAgentId,
      language: agents.language,
    })
    .from(phoneNumbers)
    .innerJoin(tenants, eq(tenants.id, phoneNumbers.tenantId))
    .innerJoin(
      branches,
      and(eq(branches.tenantId, phoneNumbers.tenantId), eq(branches.id, phoneNumbers.branchId)),
    )
    .leftJoin(agents, and(eq(agents.tenantId, phoneNumbers.tenantId), eq(agents.id, phoneNumbers.agentId)))
    .where(eq(phoneNumbers.phoneNumber, phoneNumber));
  return row && { ...row, language: row.language ?? "de-DE" };
}
