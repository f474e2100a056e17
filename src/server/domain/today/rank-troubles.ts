import type { BusinessJob } from "@/contracts/background-work";

/** What needs a person. Each kind has one way on, which the page knows. */
export type Trouble =
  | { kind: "number_without_agent"; phoneNumber: string }
  | { kind: "calendar_broken" }
  | { kind: "unattended"; staffId: number; staffName: string; start: Date; timeZone: string }
  | {
      kind: "not_in_calendar" | "unconfirmed";
      appointmentId: number;
      name: string | null;
      start: Date;
      timeZone: string;
    }
  | { kind: "unassigned_calls"; count: number }
  | { kind: "job_failed"; job: BusinessJob | "other"; count: number }
  | { kind: "low_balance"; balanceCents: number };

/** The worse first: nobody answers, nothing is booked, somebody stands at the door, something is missing. */
const order: readonly Trouble["kind"][] = [
  "number_without_agent",
  "calendar_broken",
  "unattended",
  "not_in_calendar",
  "unconfirmed",
  "unassigned_calls",
  "low_balance",
  "job_failed",
];

/** By kind, then by what comes first. */
export function rankTroubles(troubles: readonly Trouble[]): Trouble[] {
  return [...troubles].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || startOf(a) - startOf(b),
  );
}

const startOf = (trouble: Trouble) => ("start" in trouble ? trouble.start.getTime() : 0);
