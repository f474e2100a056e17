import { Temporal } from "temporal-polyfill";
import { type SeriesEntry, type SeriesWish, seriesWish } from "@/contracts/appointments";
import { dayMs } from "@/lib/calendar-time";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import type { Calendar } from "../availability/calendar";
import { judgeStart } from "../availability/judge-start";
import { loadOfferCalendar } from "../availability/load-offer-calendar";
import { suggestAlternatives, toSlot } from "../availability/offer-slots";
import { searchRange } from "../availability/refuse-slot";
import { requireOwnCalendar } from "./series";

/**
 * A course of treatment: the same time on the wall every week or every few weeks, with one person for as many of them
 * as possible. Where one is not free (a holiday, for instance) the reason and up to three times near it.
 * @throws DomainError those of `checkSlot`, and `series.calendar_unsupported`
 */
export async function findSeries(ctx: TenantContext, input: SeriesWish): Promise<SeriesEntry[]> {
  requirePermission(ctx, "appointments:read");
  const { start, times, everyWeeks, ...wish } = seriesWish.parse(input);
  const first = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(
    ctx.tenant.timeZone,
  );
  const starts = Array.from(
    { length: times },
    (_, index) => first.add({ weeks: index * everyWeeks }).epochMilliseconds,
  );
  const range = { start: searchRange(ctx, start.getTime()).start, end: (starts.at(-1) ?? 0) + 7 * dayMs };
  const calendar = await loadOfferCalendar(ctx, { ...wish, range });
  requireOwnCalendar(calendar);
  const staffId = wish.staffId ?? mostOftenFree(calendar, starts);
  return starts.map((at) => entryAt(ctx, calendar, at, { wished: wish.staffId, staffId }));
}

function entryAt(
  ctx: TenantContext,
  calendar: Calendar,
  at: number,
  { wished, staffId }: { wished: number | undefined; staffId: number | undefined },
): SeriesEntry {
  const start = new Date(at);
  const same = judgeStart(calendar, at, staffId);
  // Another person is better than another time, unless this one was asked for.
  const verdict = same.free || wished !== undefined ? same : judgeStart(calendar, at);
  if (verdict.free) return { start, available: true, slot: toSlot(calendar, at, verdict.choice) };
  const { reason, label } = verdict;
  const near = { ...calendar, range: { ...searchRange(ctx, at), end: calendar.range.end } };
  const alternatives = suggestAlternatives(near, { start: at, staffId });
  return { start, available: false, reason, ...(label ? { label } : {}), alternatives };
}

/** Of several whoever can do most of them; of equals whose turn it is at the first. */
function mostOftenFree(calendar: Calendar, starts: readonly number[]): number | undefined {
  const turn = starts.flatMap((at) => {
    const verdict = judgeStart(calendar, at);
    return verdict.free ? [verdict.choice.team[0].id] : [];
  });
  const count = (staffId: number) => starts.filter((at) => judgeStart(calendar, at, staffId).free).length;
  const ranked = calendar.staff
    .filter((person) => person.qualified)
    .map(({ id }) => ({ id, free: count(id), next: turn[0] === id }))
    .sort((a, b) => b.free - a.free || Number(b.next) - Number(a.next));
  return ranked[0]?.id;
}
