import { z } from "zod";
import { appointmentSources } from "./appointment-states";
import { overrideReason } from "./booking-rules";
import type { CalendarSource } from "./tenants";

/** One bookable time, resolved completely: what is checked, spoken and booked is this and nothing else. */
export interface Slot {
  start: Date;
  /** End of the service itself; buffers lie outside. */
  end: Date;
  serviceId: number;
  serviceName: string;
  staffId: number;
  staffName: string;
  /** Where the service needs more than one person. */
  furtherStaffIds: number[];
  furtherStaffNames: string[];
  /** The room or device, where the service needs one. */
  resourceId: number | null;
  resourceName: string | null;
  branchId: number;
  branchName: string;
  /** IANA zone of the branch: the only zone in which a person hears this time. */
  timeZone: string;
  priceCents: number;
  /** Whose calendar had the last word. */
  calendarSource: CalendarSource;
  /** At Cal.com: the event type that this time belongs to. */
  calcomEventTypeId: number | null;
}

/** Why a wished time cannot be had; the first that applies, in this order. */
export type SlotRefusal =
  | "past"
  | "staff_not_qualified"
  | "too_soon"
  | "too_far"
  | "holiday"
  | "closed"
  | "staff_off"
  | "taken";

/** Why a whole day has no free time; beside the reasons against one time, that the day leaves no room for it. */
export type DayRefusal = SlotRefusal | "staff_away" | "too_short";

export type SlotCheck =
  | { available: true; slot: Slot }
  | {
      available: false;
      reason: SlotRefusal;
      /** Name of the holiday or reason of the closure. */
      label?: string;
      /** At most three, best first. */
      alternatives: Slot[];
    };

const id = z.number().int().positive();

export const slotWish = z.object({
  serviceId: id,
  branchId: id.optional(),
  staffId: id.optional(),
  start: z.date(),
});
export type SlotWish = z.infer<typeof slotWish>;

export const slotSearch = z.object({
  serviceId: id,
  branchId: id.optional(),
  staffId: id.optional(),
  from: z.date(),
  to: z.date(),
  limit: z.number().int().min(1).max(2000).optional(),
});
export type SlotSearch = z.infer<typeof slotSearch>;

/** A contact as someone gave it; the phone in any writing, NULL-ish for callers who hide their number. */
export const customerContact = z.object({
  name: z.string().trim().min(1).max(255).optional(),
  phone: z.string().trim().min(3).max(32).optional(),
  email: z.email().max(255).optional(),
});
export type CustomerContact = z.infer<typeof customerContact>;

export const appointmentBooking = slotWish.extend({
  customer: z.union([
    z.object({ customerId: id }),
    customerContact.extend({ name: z.string().trim().min(1).max(255) }),
  ]),
  /** Whom it is for, where that is not the customer. */
  attendeeName: z.string().trim().min(1).max(255).optional(),
  notes: z.string().max(5000).optional(),
  callId: id.optional(),
  source: z.enum(appointmentSources),
  /** What was offered is what is booked: service, people, room, branch and time of the offer count. */
  offerId: id.optional(),
  /** The same key never books twice. */
  requestKey: z.string().min(1).max(191).optional(),
  /** SHA-256 in hex of the request: the same key with another one is refused. */
  requestHash: z.hash("sha256").optional(),
});
export type AppointmentBooking = z.infer<typeof appointmentBooking>;

const seriesLimits = { fewest: 2, most: 20 };

/** The same time of the same weekday again and again, on the wall of the business. */
export const seriesWish = slotWish.extend({
  /** How many appointments; `start` is the first. */
  times: z.number().int().min(seriesLimits.fewest).max(seriesLimits.most),
  everyWeeks: z.number().int().min(1).max(8).default(1),
});
export type SeriesWish = z.input<typeof seriesWish>;

export type SeriesEntry =
  | { start: Date; available: true; slot: Slot }
  | { start: Date; available: false; reason: SlotRefusal; label?: string; alternatives: Slot[] };

export const seriesBooking = appointmentBooking
  .omit({ start: true, staffId: true, branchId: true, offerId: true, requestHash: true })
  .extend({
    /** Exactly these, all or none; a person and a branch for each, where they were chosen. */
    slots: z
      .array(z.object({ start: z.date(), staffId: id.optional(), branchId: id.optional() }))
      .min(seriesLimits.fewest)
      .max(seriesLimits.most),
  });
export type SeriesBooking = z.infer<typeof seriesBooking>;

export const appointmentMove = z.object({
  appointmentId: id,
  start: z.date(),
  staffId: id.optional(),
  branchId: id.optional(),
  /** The version the mover has seen; an older one is refused. */
  version: id.optional(),
  /** For people of the business only: why it happens although a rule forbids it. */
  overrideReason: overrideReason.optional(),
});
export type AppointmentMove = z.infer<typeof appointmentMove>;

export const appointmentCancellation = z.object({
  appointmentId: id,
  reason: z.string().trim().max(500).optional(),
  version: id.optional(),
  /** For people of the business only: why it happens although a rule forbids it. */
  overrideReason: overrideReason.optional(),
});
export type AppointmentCancellation = z.infer<typeof appointmentCancellation>;

export const appointmentChange = z.object({
  appointmentId: id,
  notes: z.string().max(5000).nullable().optional(),
  status: z.enum(["completed", "no_show"]).optional(),
  version: id.optional(),
});
export type AppointmentChange = z.infer<typeof appointmentChange>;

/** A booking that the outside calendar already made: a fact to record, not a wish to check. */
export const outsideAppointment = z
  .object({
    /** The appointment this booking moves or confirms, where it is known. */
    appointmentId: id.optional(),
    staffId: id.optional(),
    serviceId: id.optional(),
    branchId: id.optional(),
    customerId: id.optional(),
    attendeeName: z.string().trim().min(1).max(255).optional(),
    start: z.date(),
    end: z.date(),
    calcomBookingId: z.string().min(1).max(255),
    /** False while the business has yet to accept the request there. */
    confirmed: z.boolean().default(true),
    /** A customer's move was refused there: it does not count as one. */
    undoesMove: z.boolean().default(false),
    source: z.literal("calcom"),
  })
  .refine((booking) => booking.start < booking.end, { path: ["end"] });
export type OutsideAppointment = z.output<typeof outsideAppointment>;
