import { DomainError } from "../_core/errors";

/** The stand-ins do not run, or do not answer. */
export const testCallsUnavailable = () => new DomainError("test_call.unavailable", "unavailable");
