import { ZodError } from "zod";
import type { ErrorView } from "@/contracts/errors";
import { isUnavailable } from "@/server/db/errors";
import { DomainError } from "./errors";

/**
 * What the outside may learn of anything that was thrown: a refusal says what it is, a fault of ours only its request
 * id. Each transport translates `kind` into its own status once.
 */
export function errorView(error: unknown, requestId: string): ErrorView {
  if (error instanceof DomainError)
    return { code: error.code, kind: error.kind, details: error.details, requestId };
  if (error instanceof ZodError) {
    const fields = Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
    return { code: "invalid", kind: "invalid", details: { fields }, requestId };
  }
  if (isUnavailable(error)) return { code: "unavailable", kind: "unavailable", details: {}, requestId };
  return { code: "internal", kind: "internal", details: {}, requestId };
}
