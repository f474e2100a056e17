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
  /**
   * Waits until none of its events came for `periodMs`, but not beyond `timeoutMs` after the first, and then runs once,
   * with the last of them; per value of the event's data at `keyPath`, or for the whole function.
   */
  debounce?: { periodMs: number; timeoutMs: number; keyPath?: string[] };
  /** The function that hears of a final failure. */
  onFailureId?: string;
}
