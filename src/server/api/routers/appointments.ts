import { z } from "zod";
import { appointmentResize } from "@/contracts/appointment-resize";
import { appointmentCancellation, appointmentChange, appointmentMove } from "@/contracts/appointments";
import {
  appointmentListRequest,
  calendarRequest,
  freeTimesRequest,
  frontDeskBooking,
  wishedTimeRequest,
} from "@/contracts/calendar";
import { monthRequest } from "@/contracts/calendar-month";
import { quickEntryRequest } from "@/contracts/quick-entry";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { cancelAppointment } from "@/server/domain/appointments/cancel-appointment";
import { changeAppointment } from "@/server/domain/appointments/change-appointment";
import { findFreeTimes } from "@/server/domain/appointments/find-free-times";
import { getWishedSlot } from "@/server/domain/appointments/get-wished-slot";
import { listAppointmentRows } from "@/server/domain/appointments/list-appointment-rows";
import { listCalendar } from "@/server/domain/appointments/list-calendar";
import { listHistory } from "@/server/domain/appointments/list-history";
import { listMonth } from "@/server/domain/appointments/list-month";
import { moveAppointment } from "@/server/domain/appointments/move-appointment";
import { getAppointment } from "@/server/domain/appointments/queries";
import { readQuickEntry } from "@/server/domain/appointments/read-quick-entry";
import { resizeAppointment } from "@/server/domain/appointments/resize-appointment";
import { findNumberOwner } from "@/server/domain/customers/find-number-owner";
import { listCustomers } from "@/server/domain/customers/list-customers";
import { router, tenantProcedure } from "../trpc";

const customerSearch = z.object({ search: z.string().trim().min(2).max(255) });
const one = z.object({ appointmentId: z.number().int().positive() });

export const appointmentsRouter = router({
  calendar: tenantProcedure.input(calendarRequest).query(({ ctx, input }) => listCalendar(ctx, input)),
  month: tenantProcedure.input(monthRequest).query(({ ctx, input }) => listMonth(ctx, input)),
  list: tenantProcedure
    .input(appointmentListRequest)
    .query(({ ctx, input }) => listAppointmentRows(ctx, input)),
  get: tenantProcedure.input(one).query(({ ctx, input }) => getAppointment(ctx, input.appointmentId)),
  history: tenantProcedure.input(one).query(({ ctx, input }) => listHistory(ctx, input.appointmentId)),
  freeTimes: tenantProcedure.input(freeTimesRequest).query(({ ctx, input }) => findFreeTimes(ctx, input)),
  wishedSlot: tenantProcedure.input(wishedTimeRequest).query(({ ctx, input }) => getWishedSlot(ctx, input)),
  /** What a line such as "Di 14:30 Schneiden" means. */
  quickEntry: tenantProcedure.input(quickEntryRequest).query(({ ctx, input }) => readQuickEntry(ctx, input)),
  /** Whom a new appointment could be for. */
  customers: tenantProcedure
    .input(customerSearch)
    .query(({ ctx, input }) => listCustomers(ctx, { ...input, page: 1, per_page: 8 })),
  /** Whose file a new appointment would land in. */
  numberOwner: tenantProcedure
    .input(z.object({ phone: z.string().trim().max(32) }))
    .query(({ ctx, input }) => findNumberOwner(ctx, input.phone)),
  book: tenantProcedure
    .input(frontDeskBooking)
    .mutation(({ ctx, input }) => bookAppointment(ctx, { ...input, source: "dashboard" })),
  move: tenantProcedure.input(appointmentMove).mutation(({ ctx, input }) => moveAppointment(ctx, input)),
  resize: tenantProcedure
    .input(appointmentResize)
    .mutation(({ ctx, input }) => resizeAppointment(ctx, input)),
  cancel: tenantProcedure
    .input(appointmentCancellation)
    .mutation(({ ctx, input }) => cancelAppointment(ctx, input)),
  change: tenantProcedure
    .input(appointmentChange)
    .mutation(({ ctx, input }) => changeAppointment(ctx, input)),
});
