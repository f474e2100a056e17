import type { ConfirmedAction } from "@/contracts/offers";
import { type Consent, judgeConsent } from "@/lib/spoken-yes";
import type { TenantContext } from "@/server/domain/_core/context";
import { recordConfirmation } from "@/server/domain/confirmations/record-confirmation";
import type { SpokenSlot } from "./sentences/spoken";
import { type Reply, refuse, type VoiceCall } from "./tool";

/** What the caller has to say yes to. */
export interface Question {
  action: ConfirmedAction;
  /** The time that is booked, moved to or cancelled, as it is read back. */
  spoken: SpokenSlot;
  /** A course: all its times, and the sentences that read them back. */
  course?: { starts: readonly Date[]; readBack: string };
  /** For a move: where it is now. */
  from?: Date;
  /** Other names under which the service may have been read back. */
  synonyms?: readonly string[];
  offerId?: number;
  appointmentId?: number;
  /** Nobody in this call has heard of this time from us: whatever was said, it was no yes to it. */
  isNew?: boolean;
  /** For the agent's next tool call. */
  data: Record<string, unknown>;
}

/**
 * Undefined if the caller agreed to exactly this, or the business does not ask; otherwise the reply that reads it back.
 * Either way the decision is kept with the words it rests on.
 */
export async function askForYes(
  ctx: TenantContext,
  call: VoiceCall,
  question: Question,
): Promise<Reply | undefined> {
  const { action, offerId, appointmentId, isNew, data, spoken, from, course } = question;
  const required = call.called.spokenYesRequired;
  const consent: Consent = isNew || !required ? { decision: "missing" } : judge(call, question);
  await recordConfirmation(ctx, {
    callId: call.row.id,
    action,
    offerId,
    appointmentId,
    ...consent,
    decision: required || isNew ? consent.decision : "not_required",
  });
  if (consent.decision === "agreed" || (!required && !isNew)) return undefined;
  const code = consent.decision === "declined" ? "confirmation.declined" : "confirmation.required";
  return refuse(code, course?.readBack ?? call.sentences.readBack(spoken, action, from), data);
}

function judge(call: VoiceCall, { action, spoken, from, course, synonyms = [] }: Question): Consent {
  const { now, land, hours } = call.clock;
  return judgeConsent(call.conversation, {
    action,
    starts: course?.starts ?? [spoken.start],
    from,
    serviceNames: [spoken.service, ...synonyms],
    staffName: spoken.staff,
    placeName: spoken.branch,
    clock: { now, timeZone: spoken.clock.timeZone, ...(land ? { land } : {}), ...(hours ? { hours } : {}) },
    language: call.sentences.language,
  });
}
