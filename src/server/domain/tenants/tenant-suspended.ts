import { DomainError } from "../_core/errors";

/** What a business's own people and keys are told while it is suspended; strangers hear that there is none. */
export const tenantSuspended = () => new DomainError("tenant.suspended", "forbidden");
