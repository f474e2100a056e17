import { type Catalog, readCatalogWish } from "./catalog-wish";
import { readMoment } from "./moment-wish";
import { readOffer } from "./offer";
import { offerScope } from "./offers";
import { type Reply, refuse, type VoiceCall } from "./tool";

/** What is to be booked, resolved completely or as far as it is open (any person). */
export interface BookingTarget {
  serviceId: number;
  staffId: number | undefined;
  branchId: number;
  start: Date;
  /** IANA zone of the branch. */
  timeZone: string;
}

interface Said {
  offer_id?: string | undefined;
  start?: string | undefined;
  service?: string | undefined;
  staff?: string | undefined;
  branch?: string | undefined;
}

/**
 * The offer decides alone; what was said beside it may only agree. Without an offer service and absolute start are
 * needed. A broken offer is never guessed at, unless both are given anyway.
 */
export function readBookingTarget(
  call: VoiceCall,
  catalog: Catalog,
  said: Said,
): { target: BookingTarget } | { reply: Reply } {
  const offer = said.offer_id ? readOffer(offerScope(call), said.offer_id) : undefined;
  if (said.offer_id && !offer && !(said.start && said.service))
    return { reply: refuse("offer.not_found", call.sentences.offerUnknown()) };
  if (!offer) return readSpokenTarget(call, catalog, said);

  const timeZone = catalog.branches.find(({ id }) => id === offer.branchId)?.timeZone ?? call.clock.timeZone;
  const contradiction = contradicts(call, catalog, said, offer, timeZone);
  return contradiction ? { reply: contradiction } : { target: { ...offer, timeZone } };
}

function readSpokenTarget(
  call: VoiceCall,
  catalog: Catalog,
  said: Said,
): { target: BookingTarget } | { reply: Reply } {
  const read = readCatalogWish(call, catalog, said);
  if ("reply" in read) return read;
  const { service, staff, branch } = read.wish;
  const timeZone = branch?.timeZone ?? call.clock.timeZone;
  const clock = { ...call.clock, timeZone };
  const moment = readMoment(call, { text: said.start }, clock);
  if ("reply" in moment) return moment;
  const { wish } = moment;
  const { sentences } = call;
  if (wish.kind === "day") return { reply: refuse("time.missing", sentences.askTime(wish.date, clock)) };
  if (wish.kind === "time") return { reply: refuse("time.day_missing", sentences.askDay(wish.time)) };
  if (wish.kind !== "instant") return { reply: refuse("time.missing", sentences.askMoment()) };
  return {
    target: {
      serviceId: service.id,
      staffId: staff?.id,
      branchId: branch?.id ?? call.called.branchId,
      start: wish.start,
      timeZone,
    },
  };
}

/** A question where the words beside an offer name another time, service or person than the offer itself. */
function contradicts(
  call: VoiceCall,
  catalog: Catalog,
  said: Said,
  offer: { serviceId: number; staffId: number; start: Date },
  timeZone: string,
): Reply | undefined {
  const clock = { ...call.clock, timeZone };
  const service = catalog.services.find(({ id }) => id === offer.serviceId);
  const staff = catalog.staff.find(({ id }) => id === offer.staffId);
  const read = readCatalogWish(call, catalog, {
    service: said.service ?? service?.name,
    staff: said.staff,
  });
  if ("reply" in read) return read.reply;
  const { wish } = read;
  if (service && wish.service.id !== service.id)
    return refuse("offer.mismatch", call.sentences.whichOne([service.name, wish.service.name]));
  if (staff && wish.staff && wish.staff.id !== staff.id)
    return refuse("offer.mismatch", call.sentences.whichOne([staff.name, wish.staff.name]));
  const moment = readMoment(call, { text: said.start }, clock);
  const start = "wish" in moment && moment.wish.kind === "instant" ? moment.wish.start : undefined;
  if (start && start.getTime() !== offer.start.getTime()) {
    const both = [offer.start, start].map((at) => ({ kind: "moment" as const, start: at }));
    return refuse("offer.mismatch", call.sentences.whichMoment(both, clock));
  }
  return undefined;
}
