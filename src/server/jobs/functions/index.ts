import type { InngestFunction } from "inngest";
import { completeDueAppointmentsFunction } from "./complete-due-appointments";
import { fillPublicHolidaysFunction } from "./fill-public-holidays";

/** Every background function of the product; what is missing here never runs. */
export const functions: InngestFunction.Any[] = [completeDueAppointmentsFunction, fillPublicHolidaysFunction];
