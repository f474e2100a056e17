import type { Slot, SlotRefusal } from "@/contracts/appointments";
import { localDate } from "@/lib/calendar-time";
import type { SpeechClock } from "@/lib/speech/moments";
import type { TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import { offerData, offerTimes, spokenOffer } from "./offers";
import { type Reply, refuse, type VoiceCall } from "./tool";

export interface Refused {
  start: Date;
  clock: SpeechClock;
  reason: SlotRefusal;
  label?: string | undefined;
  /** For `closed`: not only at this hour. */
  allDay?: boolean;
  service: string;
  /** The person asked for, if any. */
  staff?: string | undefined;
}

/** Why a wished time cannot be had, as one sentence. */
export function sayRefusal({ sentences }: VoiceCall, refused: Refused): string {
  const { start, clock, reason, label, staff } = refused;
  const date = localDate(start.getTime(), clock.timeZone);
  switch (reason) {
    case "past":
      return sentences.over(start, clock);
    case "staff_not_qualified":
      return staff
        ? sentences.staffNotQualified(staff, refused.service)
        : sentences.notOffered(refused.service);
    case "too_soon":
      return sentences.tooSoon();
    case "too_far":
      return sentences.tooFar();
    case "holiday":
      return sentences.holiday(date, label ?? "", clock);
    case "closed":
      return refused.allDay ? sentences.closedDay(date, clock) : sentences.closedAt(start, clock);
    case "staff_off":
      return sentences.staffOff(start, clock, staff);
    case "taken":
      return sentences.taken(start, clock);
  }
}

interface SlotRefusalDetails {
  reason: SlotRefusal;
  label?: string;
  alternatives: Slot[];
}

/** The details of a booking or move that found its time gone. */
export function slotRefusal(error: unknown): SlotRefusalDetails | undefined {
  if (!(error instanceof DomainError) || error.kind !== "conflict") return undefined;
  const { details } = error;
  return Array.isArray(details.alternatives) && typeof details.reason === "string"
    ? (details as unknown as SlotRefusalDetails)
    : undefined;
}

/** A refused booking or move: why, and what is free instead. */
export async function refuseSlot(
  ctx: TenantContext,
  call: VoiceCall,
  refused: Refused,
  alternatives: Slot[],
  say: { staff: boolean; branch: boolean },
): Promise<Reply> {
  const offers = await offerTimes(ctx, call, alternatives);
  const instead = call.sentences.instead(offers.map((offer) => spokenOffer(call, offer, say)));
  const code = refused.reason === "taken" ? "appointment.slot_taken" : `appointment.${refused.reason}`;
  return refuse(code, `${sayRefusal(call, refused)} ${instead}`, {
    available: false,
    reason: refused.reason,
    offers: offers.map((offer) => offerData(call, offer)),
  });
}
