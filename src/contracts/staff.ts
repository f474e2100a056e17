import { z } from "zod";
import { minuteOf } from "@/lib/clock-minutes";
import {
  clockTime,
  dayOrder,
  optionalEmail,
  optionalText,
  plainDate,
  requiredText,
  rowId,
  version,
} from "./form-fields";
import { workingDay, workingWeek } from "./weekly-hours";

const serviceIds = z.array(rowId).max(500);

const staffDetails = z.object({
  name: requiredText(255),
  email: optionalEmail,
  /** In any spelling; kept as E.164. */
  phone: optionalText(40),
  homeBranchId: rowId,
});

export const newStaffMember = staffDetails.extend({ serviceIds });
export type NewStaffMember = z.input<typeof newStaffMember>;

export const staffChange = staffDetails.extend({ staffId: rowId, version });
export type StaffChange = z.input<typeof staffChange>;

export const qualificationChange = z.object({ staffId: rowId, version, serviceIds });
export type QualificationChange = z.input<typeof qualificationChange>;

export const workingHoursChange = z.object({ staffId: rowId, version, ranges: workingWeek });
export type WorkingHoursChange = z.input<typeof workingHoursChange>;

/** Without ranges the weekly hours count again. */
export const specialHoursChange = z.object({ staffId: rowId, version, day: plainDate, ranges: workingDay });
export type SpecialHoursChange = z.input<typeof specialHoursChange>;

/** From the first to the last day, both inclusive; with times, from that moment to that. */
const absence = z.object({
  fromDate: plainDate,
  toDate: plainDate,
  times: z.object({ from: clockTime, to: clockTime }).nullable(),
});

const inOrder = ({ fromDate, toDate, times }: z.output<typeof absence>) =>
  times === null || fromDate < toDate || minuteOf(times.from, "start") < minuteOf(times.to, "end");
const orderProblem = { path: ["times", "to"], error: "range_order" };

export const timeOffRequest = absence
  .extend({ staffId: rowId, reason: optionalText(255) })
  .refine(dayOrder.check, dayOrder.params)
  .refine(inOrder, orderProblem);
export type TimeOffRequest = z.input<typeof timeOffRequest>;

export const absenceRequest = absence
  .extend({ staffId: rowId })
  .refine(dayOrder.check, dayOrder.params)
  .refine(inOrder, orderProblem);
export type AbsenceRequest = z.input<typeof absenceRequest>;
