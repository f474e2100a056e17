/** What the queue needs to know of a function. */
export interface JobFunction {
  id: string;
  /** Types of events that start it. */
  events: string[];
  /** Cron expressions, with an IANA zone each. */
  schedules: { cron: string; pattern: string; timeZone: string }[];
  /** Tries of one step, the first included. */
  maxAttempts: number;
  /** At most `limit` at once, per value of the event's data at `keyPath`, or of the whole function. */
  concurrency?: { limit: number; keyPath?: string[] };
  /** The function that hears of a final failure. */
  onFailureId?: string;
}
