/** What a refusal looks like in the browser: `code` is the message key `errors.<code>`. */
export interface ErrorView {
  code: string;
  kind:
    | "invalid"
    | "unauthenticated"
    | "forbidden"
    | "not_found"
    | "conflict"
    | "rate_limited"
    | "unavailable"
    | "internal";
  details: Record<string, unknown>;
  /** For a question to support: the log line of the same request carries it. */
  requestId: string;
}
