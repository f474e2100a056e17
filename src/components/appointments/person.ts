import type { Customer } from "./customer-picker";

/** Whom a new appointment is for: a known customer, somebody else in a known customer's file, or a new customer. */
export type Person = { known: Customer; attendeeName?: string } | { name: string; phone: string };

/** What was typed about a new appointment; it stays while another time is looked for. */
export interface Draft {
  person?: Person;
  notes: string;
}

const looksLikeNumber = (text: string) => /^[+\d\s()/-]+$/.test(text);

export const newPerson = (typed: string): Person =>
  looksLikeNumber(typed) ? { name: "", phone: typed } : { name: typed, phone: "" };

export const nameOf = (person: Person) =>
  ("known" in person ? (person.attendeeName ?? person.known.name) : person.name.trim()) || undefined;
