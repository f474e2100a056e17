/** Background work for one business, by name: what its owner can be told in words when it fails. */
export const businessJobs = [
  "sync-appointment",
  "process-webhook",
  "update-call-outcome",
  "settle-booked-callbacks",
] as const;
export type BusinessJob = (typeof businessJobs)[number];
