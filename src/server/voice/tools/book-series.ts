import { z } from "zod";
import { bookSeries } from "@/server/domain/appointments/book-series";
import { type BookedSeries, findSeriesByRequestKey } from "@/server/domain/appointments/series";
import { words } from "../arguments";
import { askForYes } from "../ask-for-yes";
import { type Catalog, loadCatalog } from "../catalog-wish";
import { customerArguments, readCustomer } from "../customer";
import { normaliseName } from "../customer-name";
import { planSeries, readSeries, type SeriesPlan } from "../series-plan";
import { answer, defineTool, type Reply, refuse, type VoiceCall } from "../tool";
import { zonedIso } from "../zoned-iso";

/** More than a prescription has at once, and more than anybody listens to. */
const mostAtThePhone = 12;

export const bookSeriesTool = defineTool({
  name: "book_series",
  description:
    "Books a course of appointments, e.g. six physiotherapy sessions, the same time every week: all or none. The first call answers with all the times to read back: say them, wait for the caller's yes, then call again with the same arguments. They exist only if the answer says so.",
  kind: "write",
  args: z.object({
    service: words(255, "Service, as the caller named it"),
    date: words(100, "Day of the first appointment: ISO date or the caller's words"),
    time: words(100, "Time of day: HH:MM in 24 hours or the caller's words"),
    times: z.coerce.number().int().min(2).max(mostAtThePhone).optional().describe("How many appointments"),
    every_weeks: z.coerce
      .number()
      .int()
      .min(1)
      .max(8)
      .optional()
      .describe("1 for every week (default), 2 for every other"),
    staff: words(255, "Person, only if the caller asked for somebody"),
    branch: words(255, "Branch, only if the caller named one"),
    ...customerArguments,
  }),
  deadlineMs: 9_000,
  async run(ctx, args, call) {
    const catalog = await loadCatalog(ctx);
    const who = readCustomer(call, catalog, args);
    if ("reply" in who) return who.reply;
    const { times, every_weeks = 1 } = args;
    if (times === undefined) return refuse("series.times_missing", call.sentences.askTimes());
    const read = await readSeries(call, catalog, { ...args, times, every_weeks });
    if ("reply" in read) return read.reply;
    const { wish, start } = read.wished;

    const key = `series:${call.row.id}:${wish.service.id}:${start.toISOString()}:${times}:${every_weeks}`;
    const requestKey = `${key}:${normaliseName(who.booker.customer.name)}`.slice(0, 190);
    const earlier = await findSeriesByRequestKey(ctx, requestKey);
    if (earlier) return confirm(call, catalog, earlier);
    const planned = await planSeries(ctx, call, catalog, read.wished);
    if ("reply" in planned) return planned.reply;
    const { plan } = planned;
    const unanswered = await askForYes(ctx, call, questionOf(call, catalog, plan));
    if (unanswered) return unanswered;
    const booked = await bookSeries(ctx, {
      ...who.booker,
      serviceId: wish.service.id,
      slots: plan.slots.map(({ start, staffId, branchId }) => ({ start, staffId, branchId })),
      callId: call.row.id,
      source: "phone",
      requestKey,
    });
    return confirm(call, catalog, booked);
  },
});

function questionOf({ sentences }: VoiceCall, catalog: Catalog, { slots, spoken, because }: SeriesPlan) {
  const [first] = spoken as [SeriesPlan["spoken"][number]];
  return {
    action: "book" as const,
    spoken: first,
    catalog,
    course: {
      starts: slots.map(({ start }) => start),
      readBack: [...because, sentences.readBackSeries(spoken)].join(" "),
    },
    data: {
      booked: false,
      appointments: slots.map(({ start, timeZone, staffName, branchName }) => ({
        start: zonedIso(start, timeZone),
        staff: staffName,
        branch: branchName,
      })),
    },
  };
}

/** After the rows are committed, and from them. */
function confirm(call: VoiceCall, { services, staff, branches }: Catalog, booked: BookedSeries): Reply {
  const nameOf = (list: { id: number; name: string }[], id: number | null) =>
    list.find((entry) => entry.id === id)?.name;
  const rows = booked.appointments.filter(({ status }) => status === "scheduled");
  const spoken = rows.map((row) => ({
    service: nameOf(services, row.serviceId) ?? call.sentences.anAppointment(),
    start: row.startTime,
    clock: {
      ...call.clock,
      timeZone: branches.find(({ id }) => id === row.branchId)?.timeZone ?? call.clock.timeZone,
    },
    staff: nameOf(staff, row.staffId),
    branch: branches.length > 1 ? nameOf(branches, row.branchId) : undefined,
  }));
  return answer(call.sentences.bookedSeries(spoken), {
    booked: true,
    series_id: booked.seriesId,
    appointments: rows.map((row, i) => ({
      appointment_id: row.id,
      start: zonedIso(row.startTime, spoken[i]?.clock.timeZone ?? call.clock.timeZone),
      spoken: call.sentences.moment(row.startTime, spoken[i]?.clock ?? call.clock),
    })),
  });
}
