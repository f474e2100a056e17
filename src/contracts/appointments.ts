export const appointmentStatuses = ["pending", "scheduled", "completed", "cancelled", "no_show"] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];
/** Statuses that occupy staff time. */
export const occupyingStatuses = [
  "pending",
  "scheduled",
  "completed",
  "no_show",
] as const satisfies readonly AppointmentStatus[];
export const appointmentSources = ["phone", "dashboard", "rest", "calcom"] as const;
export type AppointmentSource = (typeof appointmentSources)[number];
/** `none`: own calendar. Otherwise the state of our copy at Cal.com. */
export const syncStates = ["none", "pending", "synced", "failed"] as const;
export type SyncState = (typeof syncStates)[number];
