import { and, eq, sql } from "drizzle-orm";
import type { CallerProof, tenantKinds, tenantStatuses } from "@/contracts/tenants";
import { toE164 } from "@/lib/phone";
import { preparedOnce } from "@/server/db/prepared-once";
import { agents, branches, phoneNumbers, tenants } from "@/server/db/schema";
import type { PlatformContext, TenantRef } from "../_core/context";
import { sharedRead } from "../_core/shared-read";

export interface CalledNumber {
  tenant: TenantRef;
  tenantName: string;
  tenantKind: (typeof tenantKinds)[number];
  tenantStatus: (typeof tenantStatuses)[number];
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
  /** The version at Retell that was last published as this code expects it; null before the first time. */
  retellAgentVersion: number | null;
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
  return sharedRead(ctx.db, `called number ${phoneNumber}`, () => read(ctx, phoneNumber));
}

const lineQuery = preparedOnce((db) =>
  db
    .select({
      tenant: { id: tenants.id, slug: tenants.slug, timeZone: tenants.timeZone },
      tenantName: tenants.name,
      tenantKind: tenants.kind,
      tenantStatus: tenants.status,
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
      agentVersion: agents.version,
      reconciledAt: agents.reconciledAt,
      language: agents.language,
    })
    .from(phoneNumbers)
    .innerJoin(tenants, eq(tenants.id, phoneNumbers.tenantId))
    .innerJoin(
      branches,
      and(eq(branches.tenantId, phoneNumbers.tenantId), eq(branches.id, phoneNumbers.branchId)),
    )
    .leftJoin(agents, and(eq(agents.tenantId, phoneNumbers.tenantId), eq(agents.id, phoneNumbers.agentId)))
    .where(eq(phoneNumbers.phoneNumber, sql.placeholder("phoneNumber")))
    .prepare(),
);

async function read(ctx: PlatformContext, phoneNumber: string): Promise<CalledNumber | undefined> {
  const [row] = await lineQuery(ctx.db).execute({ phoneNumber });
  if (!row) return undefined;
  const { agentVersion, reconciledAt, ...line } = row;
  return {
    ...line,
    retellAgentVersion: reconciledAt ? agentVersion : null,
    language: line.language ?? "de-DE",
  };
}
