import { z } from "zod";
import { toE164 } from "@/lib/phone";
import { words } from "./arguments";
import type { Catalog } from "./catalog-wish";
import { readCustomerName } from "./customer-name";
import { type Reply, refuse, type VoiceCall } from "./tool";

/** What a booking tool takes along about whom it books for. */
export const customerArguments = {
  customer_name: words(255, "The caller's own first and last name, as they said it; never a team member's"),
  customer_phone: words(40, "Only where the caller named a number"),
  customer_email: words(255, "Only where the caller named one; never ask for it"),
  notes: words(2_000, "What the team should know, in the caller's words"),
};
type Said = { [Key in keyof typeof customerArguments]?: string | undefined };

export interface SpokenCustomer {
  customer: { name: string; phone?: string | undefined; email?: string | undefined };
  notes: string | undefined;
}

/** For whom is booked, or the question to ask back. */
export function readCustomer(
  call: VoiceCall,
  { staff }: Catalog,
  said: Said,
): { booker: SpokenCustomer } | { reply: Reply } {
  const { sentences, agentName } = call;
  const name = readCustomerName(said.customer_name, {
    staffNames: staff.map((person) => person.name),
    agentName,
  });
  if (!name.ok)
    return {
      reply:
        name.reason === "missing"
          ? refuse("customer.name_required", sentences.askName())
          : refuse(`customer.name_is_${name.reason}`, sentences.askOwnName()),
    };
  const contact = readContact(call, said);
  if ("reply" in contact) return contact;
  const { notes, ...reached } = contact;
  return { booker: { customer: { name: name.name, ...reached }, notes } };
}

/**
 * The calling number is whose appointment it is; another number that was named is a note for the team. A number is
 * asked for again only where there is no other.
 */
function readContact(
  { callerPhone, sentences }: VoiceCall,
  { customer_phone, customer_email, notes }: Said,
): { phone: string | undefined; email: string | undefined; notes: string | undefined } | { reply: Reply } {
  const said = toE164(customer_phone);
  if (customer_phone && !said && !callerPhone)
    return { reply: refuse("customer.phone_invalid", sentences.refusal("customer.phone_invalid")) };
  const phone = callerPhone ?? said;
  const email = z.email().safeParse(customer_email?.replace(/\s+/g, "")).data;
  const extra = [
    notes,
    said && said !== phone ? sentences.otherPhone(said) : undefined,
    customer_email && !email ? sentences.unreadableEmail(customer_email) : undefined,
  ].filter((line) => line !== undefined);
  return { phone, email, notes: extra.length > 0 ? extra.join("\n") : undefined };
}
