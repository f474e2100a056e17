import type { TenantContext } from "@/server/domain/_core/context";
import type { AppointmentView } from "@/server/domain/appointments/queries";
import { checkSlot } from "@/server/domain/availability/check-slot";
import { findOffer, findOfferAt } from "@/server/domain/offers/find-offer";
import { spokenAppointment } from "./caller";
import type { Catalog } from "./catalog-wish";
import { readMoment } from "./moment-wish";
import { type NamedOffer, nameOffer, offerTimes } from "./offers";
import { refuseSlot } from "./slot-refusal";
import { type Reply, refuse, type VoiceCall } from "./tool";

/** Where an appointment is to go. */
export interface NewTime {
  start: Date;
  /** Whose person and branch it goes to. Absent where the new time overlaps the old one: that is nobody else's. */
  named?: NamedOffer;
  isNew: boolean;
}

interface Said {
  offer_id?: string | undefined;
  date?: string | undefined;
  time?: string | undefined;
  start?: string | undefined;
}

type Found = { to: NewTime } | { reply: Reply };

/** The offer of this call that the appointment goes to; an absolute time is checked and becomes one. */
export async function findNewTime(
  ctx: TenantContext,
  call: VoiceCall,
  catalog: Catalog,
  chosen: AppointmentView,
  said: Said,
): Promise<Found> {
  const { sentences } = call;
  const row = said.offer_id ? await findOffer(ctx, { callId: call.row.id, code: said.offer_id }) : undefined;
  const named = row && nameOffer(catalog, row);
  if (named) return { to: offered(named, false) };
  if (said.offer_id && !said.start && !said.date)
    return { reply: refuse("offer.not_found", sentences.offerUnknown()) };

  const spoken = spokenAppointment(call, chosen);
  const input = { text: said.start, date: said.date, time: said.time };
  const moment = await readMoment(call, input, { ...call.clock, ...spoken.clock });
  if ("reply" in moment) return moment;
  const { wish } = moment;
  if (wish.kind === "instant") return checkTime(ctx, call, catalog, chosen, wish.start);
  if (wish.kind === "day")
    return { reply: refuse("time.missing", sentences.askTime(wish.date, spoken.clock)) };
  if (wish.kind === "time") return { reply: refuse("time.day_missing", sentences.askDay(wish.time)) };
  return { reply: refuse("time.missing", sentences.askNewMoment(spoken)) };
}

async function checkTime(
  ctx: TenantContext,
  call: VoiceCall,
  catalog: Catalog,
  chosen: AppointmentView,
  start: Date,
): Promise<Found> {
  const { serviceId, staffId, branchId, startTime, endTime } = chosen.appointment;
  const lengthMs = endTime.getTime() - startTime.getTime();
  const overlapsItself = Math.abs(start.getTime() - startTime.getTime()) < lengthMs;
  // What no longer has a service is refused by the move itself.
  if (serviceId === null || overlapsItself) return { to: { start, isNew: false } };
  const row = await findOfferAt(ctx, { callId: call.row.id, serviceId, start });
  const known = row && nameOffer(catalog, row);
  if (known) return { to: offered(known, false) };

  const check = await checkSlot(ctx, {
    serviceId,
    staffId: staffId ?? undefined,
    branchId: branchId ?? undefined,
    start,
  });
  const [made] = check.available ? await offerTimes(ctx, call, [check.slot], "first") : [];
  if (made) return { to: offered(made, true) };
  const { reason, label, alternatives } = check.available
    ? { reason: "taken" as const, label: undefined, alternatives: [] }
    : check;
  const { clock, service, branch } = spokenAppointment(call, chosen);
  const refused = { start, clock, service, staff: chosen.staffName ?? undefined, reason, label };
  const say = { staff: true, branch: branch !== undefined };
  return { reply: await refuseSlot(ctx, call, refused, alternatives, say) };
}

const offered = (named: NamedOffer, isNew: boolean): NewTime => ({
  start: named.offer.startTime,
  named,
  isNew,
});
