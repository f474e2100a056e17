import type { SeriesEntry, Slot } from "@/contracts/appointments";
import type { TenantContext } from "@/server/domain/_core/context";
import { findSeries } from "@/server/domain/appointments/find-series";
import { type Catalog, type CatalogWish, readCatalogWish } from "./catalog-wish";
import { readMoment } from "./moment-wish";
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

export interface SeriesPlan {
  wish: CatalogWish;
  /** Of the first appointment. */
  start: Date;
  slots: Slot[];
  spoken: SpokenSlot[];
  /** Why some of them are at another time than wished, one sentence each. */
  because: string[];
}

/**
 * What a course would be: the same time every week, and the nearest free one where that cannot be had. All of it is
 * read back as one; nothing is kept meanwhile, and booking takes all or nothing.
 */
export async function planSeries(
  ctx: TenantContext,
  call: VoiceCall,
  catalog: Catalog,
  said: Said,
): Promise<{ plan: SeriesPlan } | { reply: Reply }> {
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

  const { start } = moment.wish;
  const entries = await findSeries(ctx, {
    serviceId: wish.service.id,
    staffId: wish.staff?.id,
    branchId: wish.branch?.id ?? call.called.branchId,
    start,
    times: said.times,
    everyWeeks: said.every_weeks,
  });
  const slots = chooseSlots(entries);
  const because = entries.flatMap((entry) =>
    entry.available
      ? []
      : [
          sayRefusal(call, {
            start: entry.start,
            clock,
            reason: entry.reason,
            label: entry.label,
            service: wish.service.name,
            staff: wish.staff?.name,
          }),
        ],
  );
  if (!slots)
    return { reply: refuse("series.conflict", `${because.join(" ")} ${sentences.seriesOtherTime()}`) };
  const severalBranches = catalog.branches.length > 1;
  const spoken = slots.map((slot) => ({
    service: slot.serviceName,
    start: slot.start,
    clock: { ...call.clock, timeZone: slot.timeZone },
    staff: slot.staffName,
    branch: severalBranches ? slot.branchName : undefined,
  }));
  return { plan: { wish, start, slots, spoken, because } };
}

/** The wished time or the nearest to it that no other appointment of the course has; undefined where there is none. */
function chooseSlots(entries: SeriesEntry[]): Slot[] | undefined {
  const wished = entries.flatMap((entry) => (entry.available ? [entry.slot.start.getTime()] : []));
  const taken = new Set(wished);
  const slots: Slot[] = [];
  for (const entry of entries) {
    const slot = entry.available
      ? entry.slot
      : entry.alternatives.find(({ start }) => !taken.has(start.getTime()));
    if (!slot) return undefined;
    taken.add(slot.start.getTime());
    slots.push(slot);
  }
  return slots.sort((a, b) => a.start.getTime() - b.start.getTime());
}
