import { z } from "zod";
import type { Slot } from "@/contracts/appointments";
import { localDate } from "@/lib/calendar-time";
import type { Reading } from "@/lib/german-time";
import type { TenantContext } from "@/server/domain/_core/context";
import { checkSlot } from "@/server/domain/availability/check-slot";
import { getOpeningHours } from "@/server/domain/catalog/opening-hours";
import { words } from "../arguments";
import { type Catalog, type CatalogWish, loadCatalog, readCatalogWish } from "../catalog-wish";
import { type MomentWish, readMoment } from "../moment-wish";
import { type NamedOffer, offerData, offerTimes, spokenOffer } from "../offers";
import { sayRefusal } from "../slot-refusal";
import { findBetween, findNext, findOnDay, findOnDays, type SearchWish } from "../slot-search";
import { answer, defineTool, type Reply, refuse, type VoiceCall } from "../tool";

interface Search {
  ctx: TenantContext;
  call: VoiceCall;
  catalog: Catalog;
  wish: CatalogWish;
  /** Where and with whom to look. */
  where: SearchWish;
  timeZone: string;
}

/** What a search came to: why not exactly so, if not, and the times to offer. */
interface Finding {
  slots: Slot[];
  /** The wish itself, kept for this call. */
  exact?: NamedOffer;
  reason?: string;
  because?: string;
}

export const checkAvailabilityTool = defineTool({
  name: "check_availability",
  description:
    'Looks for free times. Pass the service and whatever the caller said about day, time, person and branch, each only if they said it; "den ersten" or "eine Stunde später" count as words about times offered before. Offer only what this tool returns. A time the caller asked for exactly is kept for them for a few minutes. Book with the offer_id it gives, after the caller said yes to weekday, date, time and service.',
  kind: "read",
  args: z.object({
    service: words(255, "Service, as the caller named it"),
    date: words(100, "Day: ISO date, or the caller's words such as 'morgen' or 'Dienstag, den 24. November'"),
    time: words(100, "Time: HH:MM in 24 hours, or the caller's words such as 'vormittags'"),
    staff: words(255, "Person the caller wants, only if they asked for somebody"),
    branch: words(255, "Branch, only if the caller named one"),
  }),
  deadlineMs: 5_000,
  async run(ctx, args, call) {
    const catalog = await loadCatalog(ctx);
    const read = readCatalogWish(call, catalog, args);
    if ("reply" in read) return read.reply;
    const { wish } = read;
    const timeZone = wish.branch?.timeZone ?? call.clock.timeZone;
    const moment = await readMoment(call, { date: args.date, time: args.time }, { ...call.clock, timeZone });
    if ("reply" in moment) return moment.reply;
    if (moment.wish.kind === "time")
      return refuse("time.day_missing", call.sentences.askDay(moment.wish.time));

    // Somebody who does not do this is no reason to offer nothing: look with those who do, and say so.
    const unqualified = wish.staff && !wish.staff.serviceIds.includes(wish.service.id);
    const where: SearchWish = {
      serviceId: wish.service.id,
      staffId: unqualified ? undefined : wish.staff?.id,
      branchId: wish.branch?.id ?? call.called.branchId,
    };
    const search: Search = { ctx, call, catalog, wish, where, timeZone };
    const inBranch = await find(search, moment.wish);
    // The called branch is only where one looks first, unless the caller named it.
    const elsewhere = inBranch.slots.length === 0 && !wish.branch && catalog.branches.length > 1;
    const found = elsewhere
      ? await find({ ...search, where: { ...where, branchId: undefined } }, moment.wish)
      : inBranch;
    if (!unqualified || !wish.staff) return say(search, found);
    const because = call.sentences.staffNotQualified(wish.staff.name, wish.service.name);
    return say(search, { ...found, exact: undefined, reason: "staff_not_qualified", because });
  },
});

function find(search: Search, moment: MomentWish): Promise<Finding> {
  switch (moment.kind) {
    case "instant":
      return findAt(search, moment.start);
    case "day":
      return findInDay(search, moment.date, () =>
        findOnDay(search.ctx, search.where, moment.date, search.timeZone),
      );
    case "days":
      return findOnAnyOf(search, moment);
    case "window": {
      const { start, end } = moment;
      if (!end) return findSoon(search, undefined, start);
      const date = localDate(start.getTime(), search.timeZone);
      return findInDay(
        search,
        date,
        () => findBetween(search.ctx, search.where, start, end),
        search.call.sentences.fullWindow,
      );
    }
    case "daypart":
      return findSoon(search, moment);
    default:
      return findSoon(search);
  }
}

async function findSoon(
  { ctx, where, call, timeZone }: Search,
  daypart?: { from: string; to: string },
  from?: Date,
) {
  return { slots: await findNext(ctx, where, { ...call.clock, timeZone }, { daypart, from }) };
}

/** "nächste Woche nachmittags": on whichever of the days, or why the first of them has nothing. */
async function findOnAnyOf(search: Search, days: Reading & { kind: "days" }): Promise<Finding> {
  const { dates, time } = days;
  const daypart = days.from && days.to ? { from: days.from, to: days.to } : undefined;
  const slots = await findOnDays(search.ctx, search.where, { dates, time, daypart }, search.timeZone);
  if (slots.length > 0) return { slots };
  const { fullDay, fullWindow } = search.call.sentences;
  return findInDay(search, dates.at(-1) ?? "", async () => [], time || daypart ? fullWindow : fullDay);
}

async function findAt(search: Search, start: Date): Promise<Finding> {
  const { ctx, call, where, wish, timeZone } = search;
  let check = await checkSlot(ctx, { ...where, start });
  if (check.available) {
    const [exact] = await offerTimes(ctx, call, [check.slot], "first");
    if (exact?.offer.heldUntil) return { slots: [check.slot], exact };
    // Not kept: this number keeps enough times already, or somebody took it this very moment.
    check = await checkSlot(ctx, { ...where, start });
    if (check.available) return { slots: [check.slot], exact };
  }
  const clock = { ...call.clock, timeZone };
  const { reason, label, alternatives } = check;
  const allDay = reason === "closed" && (await isClosed(search, localDate(start.getTime(), timeZone)));
  const refused = {
    start,
    clock,
    reason,
    label,
    allDay,
    service: wish.service.name,
    staff: wish.staff?.name,
  };
  return { slots: alternatives, reason, because: sayRefusal(call, refused) };
}

/** A day without a free time: closed, a holiday, or full; and when there is something next. */
async function findInDay(
  search: Search,
  date: string,
  look: () => Promise<Slot[]>,
  full: VoiceCall["sentences"]["fullDay"] = search.call.sentences.fullDay,
): Promise<Finding> {
  const { ctx, call, where, timeZone, catalog } = search;
  const clock = { ...call.clock, timeZone };
  const slots = await look();
  if (slots.length > 0) return { slots };
  const noon = await checkSlot(ctx, { ...where, start: new Date(`${date}T12:00:00Z`) });
  if (!noon.available && noon.reason === "too_far")
    return { slots: noon.alternatives, reason: "too_far", because: call.sentences.tooFar() };
  const [day] = await openingOf(search, date);
  const from = new Date(Math.max(call.clock.now.getTime(), Date.parse(`${date}T00:00:00Z`)));
  const next = await findNext(ctx, where, clock, { from });
  if (day?.closed?.kind === "holiday")
    return {
      slots: next,
      reason: "holiday",
      because: call.sentences.holiday(date, day.closed.label ?? "", clock),
    };
  if (day?.ranges.length === 0)
    return { slots: next, reason: "closed", because: call.sentences.closedDay(date, clock) };
  const person = catalog.staff.find(({ id }) => id === where.staffId)?.name;
  return { slots: next, reason: "taken", because: full(date, clock, person) };
}

async function isClosed(search: Search, date: string): Promise<boolean> {
  const [day] = await openingOf(search, date);
  return day?.ranges.length === 0;
}

async function openingOf({ ctx, call, where }: Search, date: string) {
  const branchId = where.branchId ?? call.called.branchId;
  const { days } = await getOpeningHours(ctx, { branchId, from: new Date(`${date}T12:00:00Z`), days: 1 });
  return days;
}

async function say(
  { ctx, call, catalog, wish }: Search,
  { slots, exact, reason, because }: Finding,
): Promise<Reply> {
  const { sentences } = call;
  const someoneElse = wish.staff && slots.some(({ staffId }) => staffId !== wish.staff?.id);
  const offers = exact ? [exact] : await offerTimes(ctx, call, slots);
  const say = {
    staff: exact !== undefined || wish.staff !== undefined || someoneElse === true,
    branch: catalog.branches.length > 1,
  };
  const spoken = offers.map((offer) => spokenOffer(call, offer, say));
  const [first] = spoken;
  const message =
    exact && first
      ? sentences.free(first)
      : because
        ? `${because} ${sentences.instead(spoken)}`
        : first
          ? sentences.choice(spoken)
          : sentences.instead([]);
  return {
    ...answer(message, {
      available: because === undefined && offers.length > 0,
      offers: offers.map((offer) => offerData(call, offer)),
      ...(reason ? { reason } : {}),
    }),
    ...(reason ? { code: `availability.${reason}` } : {}),
  };
}
