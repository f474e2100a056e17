import { z } from "zod";
import { dayOrder, optionalText, plainDate, requiredText, rowId, version } from "./form-fields";
import { federalStates } from "./tenants";
import { openingDay, openingWeek } from "./weekly-hours";

export const isTimeZone = (name: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
};

export const newBranch = z.object({
  name: requiredText(255),
  address: optionalText(500),
  /** For people to see and call; in any spelling, kept as E.164. */
  phone: optionalText(40),
  federalState: z.enum(federalStates, "required"),
  timeZone: z.string().max(64, "time_zone").refine(isTimeZone, "time_zone"),
});
export type NewBranch = z.input<typeof newBranch>;

export const branchChange = newBranch.extend({ branchId: rowId, version });
export type BranchChange = z.input<typeof branchChange>;

export const openingHoursChange = z.object({ branchId: rowId, version, ranges: openingWeek });
export type OpeningHoursChange = z.input<typeof openingHoursChange>;

export const oneDayRequest = z.object({ day: plainDate });
export type OneDayRequest = z.input<typeof oneDayRequest>;

const oneDay = oneDayRequest.extend({ ranges: openingDay });

/** Without ranges the weekly hours count again. */
export const branchSpecialHoursChange = oneDay.extend({ branchId: rowId, version });
export type BranchSpecialHoursChange = z.input<typeof branchSpecialHoursChange>;

/** Of a branch's hours as they are, or as they would be with another week or with other hours on one day. */
export const outsideHoursRequest = z.object({
  branchId: rowId,
  week: openingWeek.optional(),
  special: oneDay.optional(),
});
export type OutsideHoursRequest = z.input<typeof outsideHoursRequest>;

const closedDays = z.object({ branchId: rowId, fromDate: plainDate, toDate: plainDate });

export const closureRequest = closedDays
  .extend({ reason: optionalText(255) })
  .refine(dayOrder.check, dayOrder.params);
export type ClosureRequest = z.input<typeof closureRequest>;

export const closedDaysRequest = closedDays.refine(dayOrder.check, dayOrder.params);
export type ClosedDaysRequest = z.input<typeof closedDaysRequest>;

export const newResource = z.object({ name: requiredText(255), branchId: rowId });
export type NewResource = z.input<typeof newResource>;

export const resourceChange = newResource.extend({ resourceId: rowId, version });
export type ResourceChange = z.input<typeof resourceChange>;
