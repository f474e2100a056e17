import type { CallOutcome } from "@/contracts/calls";
import type { DemoBusiness } from "./businesses";
import { callingTime, type PlannedAppointment } from "./calendar";
import { type DemoConversation, makeConversation } from "./conversations";
import type { Random } from "./random";
import type { SeededBusiness } from "./seeded";

export interface PlannedCall {
  customer: number;
  branch: number;
  outcome: CallOutcome;
  startedAt: Date;
  conversation: DemoConversation;
  /** The appointment that the call is about; `makes` says whether it came about in it. */
  about: PlannedAppointment;
  makes: boolean;
}

/** The calls in which the appointments came about, and others about them that did not lead to one, oldest first. */
export function planCalls(
  business: DemoBusiness,
  random: Random,
  seeded: SeededBusiness,
  planned: PlannedAppointment[],
  now: Date,
): PlannedCall[] {
  const talk = (appointment: PlannedAppointment, outcome: CallOutcome) =>
    makeConversation(random, {
      business: business.name,
      kind: business.kind,
      caller: seeded.people[appointment.customer]?.name ?? "Unbekannt",
      service: business.services[appointment.service]?.name ?? "",
      staff: business.staff[appointment.staff]?.name ?? "",
      start: appointment.start,
      outcome,
      recording: business.asksToRecord ? (appointment.customer % 3 > 0 ? "granted" : "refused") : undefined,
    });
  const booked = planned
    .filter((appointment) => appointment.byPhone)
    .map((appointment) => ({
      customer: appointment.customer,
      branch: appointment.branch,
      outcome: "booked" as const,
      startedAt: appointment.bookedAt,
      conversation: talk(appointment, "booked"),
      about: appointment,
      makes: true,
    }));
  const others = planned
    .filter(() => random.chance(0.45))
    .map((appointment) => {
      const outcome = random.pick([
        "information",
        "information",
        "callback",
        "moved",
        "cancelled",
        "hung_up",
        "unresolved",
      ] as const);
      const latest = Math.min(appointment.start.getTime(), now.getTime() - 600_000);
      const startedAt = callingTime(latest - random.between(20, 3000) * 60_000, latest);
      return {
        customer: appointment.customer,
        branch: appointment.branch,
        outcome,
        startedAt,
        conversation: talk(appointment, outcome),
        about: appointment,
        makes: false,
      };
    });
  return [...booked, ...others].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
}
