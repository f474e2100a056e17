import type { AppointmentStatus } from "@/contracts/appointment-states";
import type { CallMark, MissedReason } from "@/contracts/call-marks";
import type { CallOutcome, CallStatus } from "@/contracts/calls";
import { isSuccess, wasBooked } from "../calls/call-outcome";

/** What our own rows say of one call. */
export interface CallEvidence {
  status: CallStatus;
  outcome: CallOutcome | null;
  disconnectionReason: string | null;
  endTimestamp: Date | null;
  /** A tool asked for free times. */
  asked: boolean;
  offerMade: boolean;
  toolFailed: boolean;
  appointments: { status: AppointmentStatus; cancelledAt: Date | null; priceCents: number }[];
}

/** How far the call came, each step with those before it, and why it came to nothing if it did. */
export function marksOf(call: CallEvidence): CallMark[] {
  const attended = call.appointments.some(({ status }) => status === "completed");
  const booked = call.appointments.some((appointment) => wasBooked(appointment, call.endTimestamp));
  const offered = booked || call.offerMade;
  const wished = offered || call.asked;
  const stages: CallMark[] = [];
  if (wished) stages.push("wished");
  if (offered) stages.push("offered");
  if (booked) stages.push("booked");
  if (attended) stages.push("attended");
  const missed = call.outcome !== null && call.status !== "ongoing" && !isSuccess(call.outcome);
  return missed ? [...stages, missedReason(call, wished, offered)] : stages;
}

function missedReason(call: CallEvidence, wished: boolean, offered: boolean): MissedReason {
  if (call.status === "failed" || call.toolFailed || call.disconnectionReason?.startsWith("error"))
    return "missed_failed";
  if (offered) return "missed_declined";
  if (wished) return "missed_no_time";
  return call.outcome === "hung_up" ? "missed_hung_up" : "missed_unclear";
}

/** What was booked in the call and was not called off since, in cents. */
export const bookedCents = ({ appointments }: Pick<CallEvidence, "appointments">) =>
  appointments
    .filter(({ status }) => status !== "pending" && status !== "cancelled")
    .reduce((sum, { priceCents }) => sum + priceCents, 0);
