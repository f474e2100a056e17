import type { InngestFunction } from "inngest";
import { closeStuckCalls } from "./close-stuck-calls";
import { completeDueAppointments } from "./complete-due-appointments";
import { fillPublicHolidays } from "./fill-public-holidays";
import { processWebhook } from "./process-webhook";
import { pruneTables } from "./prune-tables";
import { refreshCalls } from "./refresh-calls";
import { sweepOutbox } from "./sweep-outbox";
import { writeHeartbeat } from "./write-heartbeat";

/** Every background function of the product; what is missing here never runs. */
export const functions: InngestFunction.Any[] = [
  processWebhook,
  refreshCalls,
  closeStuckCalls,
  writeHeartbeat,
  sweepOutbox,
  pruneTables,
  completeDueAppointments,
  fillPublicHolidays,
];
