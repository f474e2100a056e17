import type { AppointmentStatus } from "@/contracts/appointment-states";
import type { CallOutcome } from "@/contracts/calls";

/** Our own rows of one call: the only witnesses of what came of it. */
export interface OutcomeEvidence {
  /** An appointment of this call that was confirmed, and not called off before the call ended. */
  booked: boolean;
  /** Names of the tools that did what they were asked. */
  succeededTools: string[];
  callbackRequested: boolean;
  /** Retell's word for who ended the call. */
  disconnectionReason: string | null;
}

/** Tools whose answer is what a caller may have called for. */
const informingTools = ["list_services", "get_business_info", "find_appointments"];
/** Whoever asks for free times wants one: without a booking that wish stays open, whatever else was told. */
const wishTool = "check_availability";

/** One word for what came of a call. The model's own opinion has no part in it. */
export function callOutcome(evidence: OutcomeEvidence): CallOutcome {
  const { booked, succeededTools, callbackRequested, disconnectionReason } = evidence;
  if (booked) return "booked";
  if (succeededTools.includes("reschedule_appointment")) return "moved";
  if (succeededTools.includes("cancel_appointment")) return "cancelled";
  if (callbackRequested) return "callback";
  if (!succeededTools.includes(wishTool) && succeededTools.some((name) => informingTools.includes(name)))
    return "information";
  if (disconnectionReason === "call_transfer" || disconnectionReason === "transfer_bridged")
    return "transferred";
  return disconnectionReason === "user_hangup" ? "hung_up" : "unresolved";
}

/** Whether the caller got what a call is for. */
export const isSuccess = (outcome: CallOutcome) => outcome !== "hung_up" && outcome !== "unresolved";

/** Whether an appointment of a call was confirmed, and not called off before the call ended. */
export const wasBooked = (
  { status, cancelledAt }: { status: AppointmentStatus; cancelledAt: Date | null },
  callEnd: Date | null,
) =>
  status === "cancelled"
    ? cancelledAt !== null && callEnd !== null && cancelledAt > callEnd
    : status !== "pending";
