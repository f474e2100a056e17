import { toE164 } from "@/lib/phone";
import { DomainError } from "../_core/errors";

/**
 * A number in any spelling, as it is kept: E.164.
 * @throws DomainError `invalid` with the field `phone`
 */
export function readPhone(written: string | null): string | null {
  if (written === null) return null;
  const phone = toE164(written);
  if (!phone) throw new DomainError("invalid", "invalid", { fields: { phone: "phone" } });
  return phone;
}
