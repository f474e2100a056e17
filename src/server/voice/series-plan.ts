import type { SeriesEntry, Slot } from "@/contracts/appointments";
import type { TenantContext } from "@/server/domain/_core/context";
import { findSeries } from "@/server/domain/appointments/find-series";
import { holdTogether, holdTogetherLonger } from "@/server/domain/offers/hold-together";
import { type Catalog, type CatalogWish, readCatalogWish } from "./catalog-wish";
import { readMoment } from "./moment-wish";
import { nameOffer } from "./offers";
import type { SpokenSlot } from "./sentences/spoken";
import { sayRefusal } from "./slot-refusal";
import { type Reply, refuse, type VoiceCall } from "./tool";

interface Said {
  service?: string | undefined;
  staff?: string | undefined;
  branch?: string | undefined;
  date?: string | undefined;
  time?: string | undefined;
  times: number;
  every_weeks: number;
}

type PlannedSlot = Pick<
  Slot,
  "start" | "serviceName" | "staffId" | "staffName" | "branchId" | "branchName" | "timeZone"
>;

/** What the caller asked for, understood. */
export interface SeriesWished {
  wish: CatalogWish;
  clock: VoiceCall["clock"];
  times: number;
  everyWeeks: number;
  /** Of the first appointment. */
  start: Date;
}

export interface SeriesPlan {
  slots: PlannedSlot[];
  spoken: SpokenSlot[];
  /** Why some of them are at another time than wished, one sentence each. */
  because: string[];
}

/** How often somebody may be faster between finding the times and keeping them. */
const attempts = 3;

export async function readSeries(
  call: VoiceCall,
  catalog: Catalog,
  said: Said,
): Promise<{ wished: SeriesWished } | { reply: Reply }> {
  const read = readCatalogWish(call, catalog, said);
  if ("reply" in read) return read;
  const { wish } = read;
  const clock = { ...call.clock, timeZone: wish.branch?.timeZone ?? call.clock.timeZone };
  const moment = await readMoment(call, { date: said.date, time: said.time }, clock);
  if ("reply" in moment) return moment;
  const { sentences } = call;
  if (moment.wish.kind === "day")
    return { reply: refuse("time.missing", sentences.askTime(moment.wish.date, clock)) };
  if (moment.wish.kind === "time")
    return { reply: refuse("time.day_missing", sentences.askDay(moment.wish.time)) };
  if (moment.wish.kind !== "instant") return { reply: refuse("time.missing", sentences.askMoment()) };

  const { times, every_weeks: everyWeeks } = said;
  return { wished: { wish, clock, times, everyWeeks, start: moment.wish.start } };
}

/**
 * What a course would be: the same time every week, and the nearest free one where that cannot be had. All of it is
 * read back as one, and kept for the call until it is answered; asked again, it is what is kept.
 */
export async function planSeries(
  ctx: TenantContext,
  call: VoiceCall,
  catalog: Catalog,
  wished: SeriesWished,
): Promise<{ plan: SeriesPlan } | { reply: Reply }> {
  const { wish, start, times, everyWeeks } = wished;
  const serviceId = wish.service.id;
  const [staffId, branchId] = [wish.staff?.id, wish.branch?.id ?? call.called.branchId];
  const groupKey = [serviceId, staffId, branchId, start.toISOString(), times, everyWeeks].join(" ");
  const kept = await keptSlots(ctx, call, catalog, groupKey);
  if (kept.length === times) return { plan: planOf(call, catalog, kept, []) };
  for (let left = attempts; left > 0; left--) {
    const entries = await findSeries(ctx, { serviceId, staffId, branchId, start, times, everyWeeks });
    const because = reasonsOf(call, wished, entries);
    const slots = chooseSlots(entries);
    if (!slots)
      return {
        reply: refuse("series.conflict", `${because.join(" ")} ${call.sentences.seriesOtherTime()}`),
      };
    if (await holdTogether(ctx, { callId: call.row.id, groupKey, slots }))
      return { plan: planOf(call, catalog, slots, because) };
  }
  return { reply: refuse("series.conflict", call.sentences.seriesOtherTime()) };
}

/** The times that this call keeps for the same course already, from now on for longer. */
async function keptSlots(
  ctx: TenantContext,
  call: VoiceCall,
  catalog: Catalog,
  groupKey: string,
): Promise<PlannedSlot[]> {
  const kept = await holdTogetherLonger(ctx, { callId: call.row.id, groupKey });
  return kept.flatMap((offer) => {
    const named = nameOffer(catalog, offer);
    if (!named) return [];
    const { service: serviceName, staff: staffName, branch: branchName, timeZone } = named;
    const { startTime: start, staffId, branchId } = offer;
    return [{ start, serviceName, staffId, staffName, branchId, branchName, timeZone }];
  });
}

function planOf(call: VoiceCall, { branches }: Catalog, slots: PlannedSlot[], because: string[]): SeriesPlan {
  const spoken = slots.map((slot) => ({
    service: slot.serviceName,
    start: slot.start,
    clock: { ...call.clock, timeZone: slot.timeZone },
    staff: slot.staffName,
    branch: branches.length > 1 ? slot.branchName : undefined,
  }));
  return { slots, spoken, because };
}

const reasonsOf = (call: VoiceCall, { wish, clock }: SeriesWished, entries: SeriesEntry[]): string[] =>
  entries.flatMap((entry) => {
    if (entry.available) return [];
    const { start, reason, label } = entry;
    const [service, staff] = [wish.service.name, wish.staff?.name];
    return [sayRefusal(call, { start, clock, reason, label, service, staff })];
  });

/** The wished time, or the nearest that meets no other appointment of the course; undefined where there is none. */
function chooseSlots(entries: SeriesEntry[]): Slot[] | undefined {
  const slots = entries.flatMap((entry) => (entry.available ? [entry.slot] : []));
  for (const entry of entries) {
    if (entry.available) continue;
    const instead = entry.alternatives.find(
      (other) => !slots.some(({ start, end }) => other.start < end && start < other.end),
    );
    if (!instead) return undefined;
    slots.push(instead);
  }
  return slots.sort((a, b) => a.start.getTime() - b.start.getTime());
}
