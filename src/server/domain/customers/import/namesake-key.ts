import type { CustomerFields } from "@/contracts/customer-merge";
import { nameWords } from "@/lib/phonetic";

/** Name and birthdate decide who somebody is, where neither a number nor an address does. */
export function namesakeKey({ name, phone, email, birthdate }: CustomerFields): string | undefined {
  return phone || email ? undefined : personKey({ name, birthdate });
}

/** The same for a name in any order and spelling of its letters. */
export const personKey = ({ name, birthdate }: Pick<CustomerFields, "name" | "birthdate">) =>
  `${nameWords(name ?? "")
    .sort()
    .join(" ")} ${birthdate}`;
