import type { InngestFunction } from "inngest";
import { closeStuckCalls } from "./close-stuck-calls";
import { compareCalcom } from "./compare-calcom";
import { completeDueAppointments } from "./complete-due-appointments";
import { dropRecording } from "./drop-recording";
import { fillPublicHolidays } from "./fill-public-holidays";
import { indexCustomers } from "./index-customers";
import { pollCalcom } from "./poll-calcom";
import { processWebhook } from "./process-webhook";
import { pruneTables } from "./prune-tables";
import { refreshCalcomSlots } from "./refresh-calcom-slots";
import { refreshCalls } from "./refresh-calls";
import { auditRollupsNightly, refreshRollups, sweepRollups } from "./refresh-rollups";
import { releaseOverdueHolds } from "./release-overdue-holds";
import { settleAppointments } from "./settle-appointments";
import { settleBookedCallbacks } from "./settle-booked-callbacks";
import { sweepOutbox } from "./sweep-outbox";
import { syncAppointment } from "./sync-appointment";
import { updateCallOutcome } from "./update-call-outcome";
import { writeHeartbeat } from "./write-heartbeat";

/** Every background function of the product; what is missing here never runs. */
export const functions: InngestFunction.Any[] = [
  processWebhook,
  refreshCalls,
  closeStuckCalls,
  updateCallOutcome,
  dropRecording,
  settleBookedCallbacks,
  indexCustomers,
  writeHeartbeat,
  sweepOutbox,
  pruneTables,
  completeDueAppointments,
  fillPublicHolidays,
  syncAppointment,
  settleAppointments,
  releaseOverdueHolds,
  pollCalcom,
  refreshCalcomSlots,
  compareCalcom,
  refreshRollups,
  sweepRollups,
  auditRollupsNightly,
];
