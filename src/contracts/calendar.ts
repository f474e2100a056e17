import { z } from "zod";
import { appointmentSorts, appointmentStatuses } from "./appointment-states";
import { appointmentBooking } from "./appointments";
import { clockTime } from "./form-fields";

const id = z.number().int().positive();
const day = z.iso.date();

/** Days of the business's zone, from `fromDate` on. */
export const calendarRequest = z.object({
  fromDate: day,
  days: z.number().int().min(1).max(7),
  staffId: id.optional(),
  branchId: id.optional(),
});
export type CalendarRequest = z.infer<typeof calendarRequest>;

export const appointmentListRequest = z.object({
  status: z.enum(appointmentStatuses).optional(),
  staffId: id.optional(),
  branchId: id.optional(),
  /** Both inclusive, in the business's zone. */
  fromDate: day.optional(),
  toDate: day.optional(),
  sort: z.enum(appointmentSorts),
  /** As a page before handed it out. */
  cursor: z.string().max(40).optional(),
});
export type AppointmentListRequest = z.infer<typeof appointmentListRequest>;

/** What a time is looked for: a new appointment, or one that is to move. */
const timeWish = z.object({
  wish: z.union([z.object({ serviceId: id }), z.object({ movingAppointmentId: id })]),
  /** Without a person, whoever's turn it is. */
  staffId: id.optional(),
  /** Without a branch all of them, or the one in which what moves is now. */
  branchId: id.optional(),
});
export type TimeWish = z.infer<typeof timeWish>;

/** The free times of a week. */
export const freeTimesRequest = timeWish.extend({ fromDate: day });
export type FreeTimesRequest = z.infer<typeof freeTimesRequest>;

/** One time on the wall of the branch, any five minutes. */
export const wishedTimeRequest = timeWish.extend({ date: day, time: clockTime });
export type WishedTimeRequest = z.infer<typeof wishedTimeRequest>;

/** What the front desk books; the source is known. */
export const frontDeskBooking = appointmentBooking.omit({ source: true, callId: true });
