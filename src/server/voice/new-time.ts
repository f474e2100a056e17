import type { Slot } from "@/contracts/appointments";
import { minuteMs } from "@/lib/calendar-time";
import type { TenantContext } from "@/server/domain/_core/context";
import { checkMove } from "@/server/domain/appointments/check-move";
import type { AppointmentView } from "@/server/domain/appointments/queries";
import { checkSlot } from "@/server/domain/availability/check-slot";
import { findOffer, findOfferAt } from "@/server/domain/offers/find-offer";
import { spokenAppointment } from "./caller";
import type { Catalog } from "./catalog-wish";
import { readMoment } from "./moment-wish";
import { type NamedOffer, nameOffer, offerTimes } from "./offers";
import { type Refused, refuseSlot, slotRefusal } from "./slot-refusal";
import { type Reply, refuse, type VoiceCall } from "./tool";

/** Where an appointment is to go. */
export interface NewTime {
  start: Date;
  /** Whose person and branch it goes to. Absent where it stays at its time. */
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
  const service = catalog.services.find(({ id }) => id === serviceId);
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = service ?? {};
  const ownMs = endTime.getTime() - startTime.getTime() + (before + after) * minuteMs;
  const overlapsItself = Math.abs(start.getTime() - startTime.getTime()) < ownMs;
  // What no longer has a service is refused by the move itself.
  if (serviceId === null) return { to: { start, isNew: false } };
  const row = await findOfferAt(ctx, { callId: call.row.id, serviceId, start });
  const known = row && nameOffer(catalog, row);
  if (known) return { to: offered(known, false) };
  if (overlapsItself) return checkOverlapping(ctx, call, chosen, start);

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
  return { reply: await refuseTime(ctx, call, chosen, { start, reason, label, alternatives }) };
}

/** Its own time does not stand in its way, so it is judged as the move will be; where it stays there is nothing to judge. */
async function checkOverlapping(
  ctx: TenantContext,
  call: VoiceCall,
  chosen: AppointmentView,
  start: Date,
): Promise<Found> {
  const { id: appointmentId, startTime } = chosen.appointment;
  try {
    if (start.getTime() === startTime.getTime()) return { to: { start, isNew: false } };
    const slot = await checkMove(ctx, { appointmentId, start });
    const [made] = await offerTimes(ctx, call, [slot], "first", appointmentId);
    return { to: made ? offered(made, true) : { start, isNew: false } };
  } catch (error) {
    const details = slotRefusal(error);
    if (!details) throw error;
    return { reply: await refuseTime(ctx, call, chosen, { start, ...details }) };
  }
}

function refuseTime(
  ctx: TenantContext,
  call: VoiceCall,
  chosen: AppointmentView,
  { alternatives, ...refused }: Pick<Refused, "start" | "reason" | "label"> & { alternatives: Slot[] },
): Promise<Reply> {
  const { clock, service, branch } = spokenAppointment(call, chosen);
  const staff = chosen.staffName ?? undefined;
  const say = { staff: true, branch: branch !== undefined };
  return refuseSlot(ctx, call, { clock, service, staff, ...refused }, alternatives, say);
}

const offered = (named: NamedOffer, isNew: boolean): NewTime => ({
  start: named.offer.startTime,
  named,
  isNew,
});
