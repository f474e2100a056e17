import { z } from "zod";
import { appointmentSorts, appointmentStatuses } from "./appointment-states";
import { appointmentBooking } from "./appointments";

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

/** Free times of a week, for a new appointment or for one that is to move. Without a person, whoever's turn it is. */
export const freeTimesRequest = z.object({
  wish: z.union([
    z.object({ serviceId: id, branchId: id.optional() }),
    z.object({ movingAppointmentId: id }),
  ]),
  staffId: id.optional(),
  fromDate: day,
});
export type FreeTimesRequest = z.infer<typeof freeTimesRequest>;

/** What the front desk books; the source is known. */
export const frontDeskBooking = appointmentBooking.omit({ source: true, callId: true });
