import { z } from "zod";
import { cancelAppointment } from "@/server/domain/appointments/cancel-appointment";
import { idArgument, words } from "../arguments";
import { appointmentData, spokenAppointment } from "../caller";
import { proofArguments } from "../caller-proof";
import { chooseOwnAppointment } from "../own-appointment";
import { answer, defineTool } from "../tool";

export const cancelAppointmentTool = defineTool({
  name: "cancel_appointment",
  description:
    "Cancels an appointment of the calling number. Ask the caller for a clear yes first. Only say it is cancelled after this tool said so.",
  kind: "write",
  args: z.object({
    appointment_id: idArgument("appointment_id from find_appointments"),
    ...proofArguments,
    reason: words(500, "Why, in the caller's words, if they say so"),
  }),
  deadlineMs: 8_000,
  async run(ctx, args, call) {
    const own = await chooseOwnAppointment(ctx, call, {
      appointmentId: args.appointment_id,
      action: "cancel",
      said: args,
      callbackReason: call.sentences.wantsToCancel(),
    });
    if ("reply" in own) return own.reply;
    const row = await cancelAppointment(ctx, {
      appointmentId: own.chosen.appointment.id,
      reason: args.reason,
    });
    const view = { ...own.chosen, appointment: row };
    return answer(call.sentences.cancelled(spokenAppointment(call, view)), appointmentData(call, view));
  },
});
