/** How each kind is answered is decided once per transport (tRPC, REST, voice). */
export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "rate_limited"
  | "unavailable";

/**
 * A refusal that a caller, owner or partner can understand. `code` is stable, reaches the client and doubles as
 * the message key (`errors.<code>`). Anything else that is thrown becomes "something went wrong" and a log line.
 */
export class DomainError extends Error {
  override readonly name = "DomainError";
  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    /** Facts the sentence needs, e.g. the fields at fault or free alternatives. Never other people's data. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(code);
  }
}

/** The one answer for "not there" and "not yours". */
export const notFound = (entity: string) => new DomainError(`${entity}.not_found`, "not_found");
