export type CalcomFailure =
  /** Cal.com said no to this booking: taken, too soon, outside its hours. */
  | "refused"
  | "not_found"
  /** The booking changed there since it was read: look again. */
  | "outdated"
  /** Key, scope or event type settings: needs the owner. */
  | "misconfigured"
  | "rate_limited"
  /** Never sent: Cal.com asked for a pause, does not answer, or has enough to do. */
  | "paused"
  /** No answer in time: it may or may not have happened. */
  | "timeout"
  | "unavailable";

/** What went wrong at Cal.com, in our own words; `message` is theirs, for the log and the owner, never for a caller. */
export class CalcomError extends Error {
  override readonly name = "CalcomError";
  constructor(
    readonly failure: CalcomFailure,
    message: string,
    readonly status?: number,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }

  /** Whether the request may have taken effect although no success was heard. */
  get isUncertain(): boolean {
    return this.failure === "timeout" || this.failure === "unavailable";
  }
}

/** Cal.com's error codes are class names of its framework, so the texts are what can be told apart. */
const refusals = [
  "already has booking at this time or is not available",
  'can\'t be booked at the "start" time provided',
  "Attempting to book a meeting in the past",
  "maximum number of active bookings",
  "already booked",
  "already reserved",
];
const outdated = ["has been cancelled already", "already been cancelled", "already cancelled"];

export function classify(status: number, message: string, retryAfterSeconds?: number): CalcomError {
  if (status === 429) return new CalcomError("rate_limited", message, status, retryAfterSeconds ?? 60);
  if (status === 404) return new CalcomError("not_found", message, status);
  if (status >= 500) return new CalcomError("unavailable", message, status);
  if (outdated.some((text) => message.includes(text))) return new CalcomError("outdated", message, status);
  if (refusals.some((text) => message.includes(text))) return new CalcomError("refused", message, status);
  return new CalcomError("misconfigured", message, status);
}
