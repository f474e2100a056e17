import { isDuplicateKey } from "@/server/db/errors";
import { DomainError } from "../_core/errors";

/**
 * Passes the error on, as a refusal where it says that a contact belongs to another customer.
 * @throws DomainError `customer.phone_taken` or `customer.email_taken`
 */
export function refuseTakenContact(error: unknown): never {
  for (const field of ["phone", "email"] as const) {
    if (isDuplicateKey(error, `customers_${field}_uq`))
      throw new DomainError(`customer.${field}_taken`, "conflict", { fields: { [field]: "taken" } });
  }
  throw error;
}
