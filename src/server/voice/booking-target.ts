import { minuteMs } from "@/lib/calendar-time";
import type { TenantContext } from "@/server/domain/_core/context";
import { checkSlot } from "@/server/domain/availability/check-slot";
import { findOffer, findOfferAt } from "@/server/domain/offers/find-offer";
import { type Catalog, type CatalogWish, readCatalogWish } from "./catalog-wish";
import { readMoment } from "./moment-wish";
import { type NamedOffer, nameOffer, offerTimes } from "./offers";
import { refuseSlot } from "./slot-refusal";
import { type Reply, refuse, type VoiceCall } from "./tool";

/** The one offer that is to be booked. */
export interface BookingTarget extends NamedOffer {
  /** Made only now, for a time that nobody had asked us about: it has to be read back first. */
  isNew: boolean;
}

interface Said {
  offer_id?: string | undefined;
  start?: string | undefined;
  service?: string | undefined;
  staff?: string | undefined;
  branch?: string | undefined;
}

type Found = { target: BookingTarget } | { reply: Reply };

/** Appointments begin on five minutes. */
const gridMs = 5 * minuteMs;

/**
 * The offer decides alone; what was said beside it may only agree. An absolute time is the offer of this call for
 * exactly it, or is checked and becomes one. A broken id is never guessed at, unless service and time are given anyway.
 */
export async function findBookingTarget(
  ctx: TenantContext,
  call: VoiceCall,
  catalog: Catalog,
  said: Said,
): Promise<Found> {
  const row = said.offer_id ? await findOffer(ctx, { callId: call.row.id, code: said.offer_id }) : undefined;
  const named = row && nameOffer(catalog, row);
  if (said.offer_id && !named && !(said.start && said.service))
    return { reply: refuse("offer.not_found", call.sentences.offerUnknown()) };
  if (!named) return findSpokenTarget(ctx, call, catalog, said);
  const contradiction = await contradicts(call, catalog, said, named);
  return contradiction ? { reply: contradiction } : { target: { ...named, isNew: false } };
}

async function findSpokenTarget(
  ctx: TenantContext,
  call: VoiceCall,
  catalog: Catalog,
  said: Said,
): Promise<Found> {
  const read = readCatalogWish(call, catalog, said);
  if ("reply" in read) return read;
  const { service, staff, branch } = read.wish;
  const timeZone = branch?.timeZone ?? call.clock.timeZone;
  const clock = { ...call.clock, timeZone };
  const moment = await readMoment(call, { text: said.start }, clock);
  if ("reply" in moment) return moment;
  const { wish } = moment;
  const { sentences } = call;
  if (wish.kind === "day") return { reply: refuse("time.missing", sentences.askTime(wish.date, clock)) };
  if (wish.kind === "time") return { reply: refuse("time.day_missing", sentences.askDay(wish.time)) };
  if (wish.kind !== "instant") return { reply: refuse("time.missing", sentences.askMoment()) };
  const { start } = wish;
  if (start.getTime() % gridMs !== 0) {
    const code = "appointment.start_not_aligned";
    return { reply: refuse(code, sentences.refusal(code)) };
  }
  const exactly = { serviceId: service.id, start, staffId: staff?.id, branchId: branch?.id };
  const row = await findOfferAt(ctx, { callId: call.row.id, ...exactly });
  const named = row && nameOffer(catalog, row);
  if (named) return { target: { ...named, isNew: false } };
  return makeTarget(ctx, call, catalog, read.wish, start, timeZone);
}

async function makeTarget(
  ctx: TenantContext,
  call: VoiceCall,
  catalog: Catalog,
  { service, staff, branch }: CatalogWish,
  start: Date,
  timeZone: string,
): Promise<Found> {
  const check = await checkSlot(ctx, {
    serviceId: service.id,
    staffId: staff?.id,
    branchId: branch?.id ?? call.called.branchId,
    start,
  });
  const [made] = check.available ? await offerTimes(ctx, call, [check.slot], "first") : [];
  if (made) return { target: { ...made, isNew: true } };
  const { reason, label, alternatives } = check.available
    ? { reason: "taken" as const, label: undefined, alternatives: [] }
    : check;
  const clock = { ...call.clock, timeZone };
  const refused = { start, clock, reason, label, service: service.name, staff: staff?.name };
  const say = { staff: staff !== undefined, branch: catalog.branches.length > 1 };
  return { reply: await refuseSlot(ctx, call, refused, alternatives, say) };
}

/** A question where the words beside an offer name another time, service or person than the offer itself. */
async function contradicts(
  call: VoiceCall,
  catalog: Catalog,
  said: Said,
  named: NamedOffer,
): Promise<Reply | undefined> {
  const { offer } = named;
  const clock = { ...call.clock, timeZone: named.timeZone };
  const read = readCatalogWish(call, catalog, { service: said.service ?? named.service, staff: said.staff });
  if ("reply" in read) return read.reply;
  const { wish } = read;
  if (wish.service.id !== offer.serviceId)
    return refuse("offer.mismatch", call.sentences.whichOne([named.service, wish.service.name]));
  if (wish.staff && wish.staff.id !== offer.staffId)
    return refuse("offer.mismatch", call.sentences.whichOne([named.staff, wish.staff.name]));
  const moment = await readMoment(call, { text: said.start }, clock);
  const start = "wish" in moment && moment.wish.kind === "instant" ? moment.wish.start : undefined;
  if (start && start.getTime() !== offer.startTime.getTime()) {
    const both = [offer.startTime, start].map((at) => ({ kind: "moment" as const, start: at }));
    return refuse("offer.mismatch", call.sentences.whichMoment(both, clock));
  }
  return undefined;
}
