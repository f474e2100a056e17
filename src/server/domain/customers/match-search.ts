import { eq, like, or } from "drizzle-orm";
import { toE164 } from "@/lib/phone";
import { customers } from "@/server/db/schema";

/** Customers whose name, e-mail or phone number holds what was typed; undefined where nothing was. */
export function matchesCustomer(search: string | undefined) {
  const text = search?.trim();
  if (!text) return undefined;
  const number = toE164(text);
  const part = partOfNumber(text);
  return or(
    like(customers.name, contains(text)),
    like(customers.email, contains(text)),
    number ? eq(customers.phone, number) : undefined,
    part ? like(customers.phone, contains(part)) : undefined,
  );
}

/** What E.164 numbers hold of "0176 123" or "+49 (0)176": its digits without the leading zeros, three at least. */
export function partOfNumber(text: string): string | undefined {
  if (!/^[+\d\s()/.-]+$/.test(text)) return undefined;
  const digits = text.replace("(0)", "").replace(/\D/g, "").replace(/^0+/, "");
  return digits.length >= 3 ? digits : undefined;
}

export const contains = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
