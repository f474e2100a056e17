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
/** `none`: own calendar. Otherwise the state of our copy at Cal.com. */
export const syncStates = ["none", "pending", "synced", "failed"] as const;

/** The orders of the list; "-" is descending. */
export const appointmentSorts = ["startTime", "-startTime"] as const;

/** Of the appointments that a change leaves lying where nobody works, so many are listed. */
export const mostAffected = 200;
