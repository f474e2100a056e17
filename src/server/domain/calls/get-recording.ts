import { and, eq } from "drizzle-orm";
import { calls, tenants } from "@/server/db/schema";
import { fetchCall } from "@/server/integrations/retell/client";
import { type OpenedRecording, openRecording } from "@/server/integrations/retell/recording";
import { readRecordingLink } from "@/server/integrations/retell/recording-link";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";

interface Wanted {
  callId: number;
  /** An HTTP range: seeking asks for parts. */
  range?: string;
  /** Fires when nobody should be listening any more. */
  signal: AbortSignal;
}

/**
 * The audio of a call, from Retell, where the business asks for recordings and this caller said yes. Links of Retell
 * expire before the recording does: for one that did a fresh one is asked for.
 * @throws DomainError `recording.not_found`, `recording.expired`, `recording.unreachable`
 */
export async function getRecording(ctx: TenantContext, { callId, ...request }: Wanted): Promise<Response> {
  requirePermission(ctx, "calls:read");
  const [call] = await ctx.db
    .select({ retellCallId: calls.callId, link: calls.recordingUrl })
    .from(calls)
    .innerJoin(tenants, eq(tenants.id, calls.tenantId))
    .where(
      and(
        eq(calls.tenantId, ctx.tenant.id),
        eq(calls.id, callId),
        eq(calls.recordingDecision, "granted"),
        eq(tenants.recordingConsent, "ask"),
      ),
    );
  if (!call?.link) throw notFound("recording");
  const stored = await openRecording(call.link, request);
  const opened = stored.state === "gone" ? await openAfresh(call.retellCallId, call.link, request) : stored;
  if (opened.state === "open") return opened.response;
  if (opened.state === "gone") throw new DomainError("recording.expired", "not_found");
  throw new DomainError("recording.unreachable", "unavailable");
}

async function openAfresh(
  retellCallId: string,
  expired: string,
  request: Omit<Wanted, "callId">,
): Promise<OpenedRecording> {
  let link: string | null;
  try {
    link = readRecordingLink(await fetchCall(retellCallId));
  } catch {
    return { state: "unreachable" };
  }
  return link && link !== expired ? openRecording(link, request) : { state: "gone" };
}
