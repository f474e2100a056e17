import type { SeriesBooking, SeriesEntry } from "@/contracts/appointments";
import { seriesBooking } from "@/contracts/appointments";
import { dayMs } from "@/lib/calendar-time";
import { isDuplicateKey } from "@/server/db/errors";
import { appointmentSeries } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { type Transaction, transact } from "../_core/transact";
import { withBusyTime } from "../availability/busy-time";
import type { Calendar, Choice } from "../availability/calendar";
import { judgeStart } from "../availability/judge-start";
import { loadCalendar } from "../availability/load-calendar";
import { lockCalendars } from "../availability/lock-calendars";
import { suggestAlternatives } from "../availability/offer-slots";
import { searchRange } from "../availability/refuse-slot";
import { peopleTime, roomTime } from "../availability/service-time";
import { SlotLost } from "../availability/time-cells";
import { type AppointmentRow, requireAligned } from "./appointment";
import { type BookingTerms, calendarsOf, customerOf, placeAppointment } from "./place-appointment";
import { requireReferences } from "./references";
import { type BookedSeries, findSeriesByRequestKey, requireOwnCalendar } from "./series";

/** How often somebody else may be faster before the series is refused. */
const attempts = 4;

type Conflict = Extract<SeriesEntry, { available: false }>;
type Wanted = SeriesBooking["slots"][number];

/**
 * Books all of these times in one transaction, or none. The same `requestKey` always gives the same series.
 * @throws DomainError `series.conflict` with `{ conflicts }`, each with its reason and what is free near it;
 *   `series.calendar_unsupported`, `appointment.start_not_aligned`, and `<entity>.not_found`
 */
export async function bookSeries(ctx: TenantContext, input: SeriesBooking): Promise<BookedSeries> {
  requirePermission(ctx, "appointments:write");
  const { slots, requestKey, ...booking } = seriesBooking.parse(input);
  for (const { start } of slots) requireAligned(start);
  const earlier = await findSeriesByRequestKey(ctx, requestKey);
  if (earlier) return earlier;
  await requireReferences(ctx, {
    callId: booking.callId,
    customerId: "customerId" in booking.customer ? booking.customer.customerId : undefined,
  });

  const wanted = slots.toSorted((a, b) => a.start.getTime() - b.start.getTime());
  const [first, last] = [wanted[0] as Wanted, wanted.at(-1) as Wanted];
  const range = {
    start: searchRange(ctx, first.start.getTime()).start,
    end: last.start.getTime() + 7 * dayMs,
  };
  let calendar = await loadCalendar(ctx, { serviceId: booking.serviceId, range });
  requireOwnCalendar(calendar);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const choices = chooseAll(ctx, calendar, wanted);
    try {
      const terms = { ...booking, requestKey, isRepeated: attempt > 0 };
      return await transact(ctx.db, (tx) => placeAll(ctx, tx, calendar, choices, terms));
    } catch (error) {
      if (isDuplicateKey(error, "appointment_series_request_uq")) break;
      if (!(error instanceof SlotLost)) throw error;
    }
    calendar = await withBusyTime(ctx, calendar);
  }
  const twin = await findSeriesByRequestKey(ctx, requestKey);
  if (twin) return twin;
  throw new DomainError("series.conflict", "conflict", { conflicts: [] });
}

interface Chosen {
  start: Date;
  choice: Choice;
}

/** @throws DomainError `series.conflict` */
function chooseAll(ctx: TenantContext, loaded: Calendar, wanted: readonly Wanted[]): Chosen[] {
  let calendar = loaded;
  const chosen: Chosen[] = [];
  const conflicts: Conflict[] = [];
  for (const { start, staffId, branchId } of wanted) {
    const at = start.getTime();
    const branches = calendar.branches.filter(({ id }) => branchId === undefined || id === branchId);
    const here = { ...calendar, branches };
    const verdict = judgeStart(here, at, staffId);
    if (verdict.free) {
      chosen.push({ start, choice: verdict.choice });
      calendar = withChoice(calendar, at, verdict.choice);
    } else {
      const { reason, label } = verdict;
      const near = { ...here, range: { ...searchRange(ctx, at), end: calendar.range.end } };
      const alternatives = suggestAlternatives(near, { start: at, staffId });
      conflicts.push({ start, available: false, reason, ...(label ? { label } : {}), alternatives });
    }
  }
  if (conflicts.length > 0) throw new DomainError("series.conflict", "conflict", { conflicts });
  return chosen;
}

/** What the series itself takes is taken for its later appointments. */
function withChoice(calendar: Calendar, start: number, { team, resource }: Choice): Calendar {
  const { service, staff, resources } = calendar;
  const members = team.map(({ id }) => id);
  return {
    ...calendar,
    staff: staff.map((person) =>
      members.includes(person.id)
        ? { ...person, busy: [...person.busy, ...peopleTime(service, start)] }
        : person,
    ),
    resources:
      resources?.map((room) =>
        room.id === resource?.id ? { ...room, busy: [...room.busy, ...roomTime(service, start)] } : room,
      ) ?? null,
  };
}

async function placeAll(
  ctx: TenantContext,
  tx: Transaction,
  calendar: Calendar,
  chosen: readonly Chosen[],
  { requestKey, ...terms }: Omit<SeriesBooking, "slots"> & Pick<BookingTerms, "isRepeated">,
): Promise<BookedSeries> {
  const customer = await customerOf(ctx, tx, terms);
  const calendars = chosen.map(({ choice }) => calendarsOf(choice));
  await lockCalendars(ctx, tx, {
    staffIds: calendars.flatMap(({ staffIds }) => staffIds),
    resourceIds: calendars.flatMap(({ resourceIds }) => resourceIds),
  });
  const [inserted] = await tx
    .insert(appointmentSeries)
    .values({ tenantId: ctx.tenant.id, requestKey })
    .$returningId();
  const seriesId = (inserted as { id: number }).id;
  const rows: AppointmentRow[] = [];
  for (const { start, choice } of chosen)
    rows.push(await placeAppointment(ctx, tx, calendar, choice, start, { ...terms, customer, seriesId }));
  return { seriesId, appointments: rows };
}
