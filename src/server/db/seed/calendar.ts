import { Temporal } from "temporal-polyfill";
import type { AppointmentStatus } from "@/contracts/appointment-states";
import type { DemoBusiness } from "./businesses";
import type { Random } from "./random";

export interface PlannedAppointment {
  staff: number;
  service: number;
  branch: number;
  customer: number;
  start: Date;
  end: Date;
  /** End of the time that is taken, buffer included. */
  busyUntil: Date;
  status: AppointmentStatus;
  bookedAt: Date;
  byPhone: boolean;
}

const historyDays = 90;
const futureDays = 28;
export const demoTimeZone = "Europe/Berlin";

/**
 * Fills every working day around `now` the way a busy front desk would: dense in the past, thinning out ahead.
 * Walks each person's hours from the left, so that nothing can overlap.
 * @param isHoliday local day (YYYY-MM-DD) of the branch's state
 */
export function planAppointments(
  business: DemoBusiness,
  random: Random,
  customers: number,
  now: Date,
  isHoliday: (day: string, branch: number) => boolean,
): PlannedAppointment[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(demoTimeZone)
    .toPlainDate();
  // Bookings ahead of a Cal.com tenant live at Cal.com and arrive from there.
  const lastDay = business.calendarSource === "calcom" ? -1 : futureDays;
  const planned: PlannedAppointment[] = [];
  for (let offset = -historyDays; offset <= lastDay; offset++) {
    const day = today.add({ days: offset });
    const density = offset <= 0 ? 0.42 : Math.max(0.1, 0.4 - offset * 0.012);
    for (const [staff, person] of business.staff.entries()) {
      for (const shift of person.at) {
        if (!(shift.days as number[]).includes(day.dayOfWeek) || isHoliday(day.toString(), shift.branch))
          continue;
        for (const hours of shift.hours) {
          planned.push(
            ...fillShift({
              business,
              random,
              customers,
              now,
              day,
              hours,
              staff,
              branch: shift.branch,
              density,
            }),
          );
        }
      }
    }
  }
  return planned;
}

interface Shift {
  business: DemoBusiness;
  random: Random;
  customers: number;
  now: Date;
  day: Temporal.PlainDate;
  hours: string;
  staff: number;
  branch: number;
  density: number;
}

function fillShift({
  business,
  random,
  customers,
  now,
  day,
  hours,
  staff,
  branch,
  density,
}: Shift): PlannedAppointment[] {
  const [from = "", to = ""] = hours.split("-");
  const at = (time: string) =>
    day.toZonedDateTime({ timeZone: demoTimeZone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds;
  const close = at(to);
  // What needs a room or a second person is left to callers.
  const alone = (business.staff[staff]?.does ?? []).filter((index) => {
    const { room, staffNeeded = 1 } = business.services[index] ?? {};
    return !room && staffNeeded === 1;
  });
  const planned: PlannedAppointment[] = [];
  let cursor = at(from);
  while (cursor < close) {
    const service = random.pick(alone);
    const offer = business.services[service];
    if (!offer) throw new Error(`unknown service ${service} of ${business.slug}`);
    const end = cursor + offer.minutes * 60_000;
    const busyUntil = end + (offer.bufferAfter ?? 0) * 60_000;
    if (busyUntil > close || !random.chance(density)) {
      cursor += 15 * 60_000;
      continue;
    }
    const latest = Math.min(cursor, now.getTime() - 600_000);
    const bookedAt = callingTime(latest - random.between(3, 14 * 24 * 60) * 60_000, latest);
    planned.push({
      staff,
      service,
      branch,
      customer: random.between(0, customers - 1),
      start: new Date(cursor),
      end: new Date(end),
      busyUntil: new Date(busyUntil),
      status: statusOf(random, end < now.getTime()),
      bookedAt,
      byPhone: random.chance(0.55),
    });
    cursor = busyUntil;
  }
  return planned;
}

function statusOf(random: Random, isPast: boolean): AppointmentStatus {
  const roll = random.next();
  if (!isPast) return roll < 0.05 ? "cancelled" : "scheduled";
  if (roll < 0.06) return "cancelled";
  return roll < 0.1 ? "no_show" : "completed";
}

/** People call between seven and nine in the evening: squeezes the time of day into those hours, before `latest`. */
export function callingTime(at: number, latest: number): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(demoTimeZone);
  const minute = 7 * 60 + Math.floor(((local.hour * 60 + local.minute) * 14) / 24);
  const moved = local.with({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return new Date((moved.epochMilliseconds > latest ? moved.subtract({ days: 1 }) : moved).epochMilliseconds);
}
