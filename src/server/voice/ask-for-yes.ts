import type { ConfirmedAction } from "@/contracts/offers";
import { type Consent, judgeConsent } from "@/lib/spoken-yes";
import type { TenantContext } from "@/server/domain/_core/context";
import { recordConfirmation } from "@/server/domain/confirmations/record-confirmation";
import type { Catalog } from "./catalog-wish";
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
  /** What else there is: other names of the service, other people and places. */
  catalog?: Catalog;
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

function judge(call: VoiceCall, { action, spoken, from, course, catalog }: Question): Consent {
  const { now, land, hours } = call.clock;
  const { service, staff, branch } = spoken;
  const synonyms = catalog?.services.find(({ name }) => name === service)?.synonyms ?? [];
  return judgeConsent(call.conversation, {
    action,
    starts: course?.starts ?? [spoken.start],
    from,
    serviceNames: [service, ...synonyms],
    staffName: staff,
    placeName: branch,
    // A course may be with several people.
    colleagues: staff && !course ? namesBut(staff, catalog?.staff) : [],
    otherPlaces: branch && !course ? namesBut(branch, catalog?.branches) : [],
    clock: { now, timeZone: spoken.clock.timeZone, ...(land ? { land } : {}), ...(hours ? { hours } : {}) },
    language: call.sentences.language,
  });
}

const namesBut = (name: string, all: readonly { name: string }[] = []) =>
  all.map((other) => other.name).filter((other) => other !== name);
