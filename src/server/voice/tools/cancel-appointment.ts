import { z } from "zod";
import { cancelAppointment } from "@/server/domain/appointments/cancel-appointment";
import { idArgument, words } from "../arguments";
import { askForYes } from "../ask-for-yes";
import { appointmentData, spokenAppointment } from "../caller";
import { proofArguments } from "../caller-proof";
import { chooseOwnAppointment } from "../own-appointment";
import { answer, defineTool } from "../tool";

export const cancelAppointmentTool = defineTool({
  name: "cancel_appointment",
  description:
    "Cancels an appointment of the calling number. First read back its weekday, date, time and service, ask whether to cancel it, and wait for the caller's yes; without it nothing is cancelled and the answer is the sentence to read back. Only say it is cancelled after this tool said so.",
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
    const spoken = spokenAppointment(call, own.chosen);
    // Saying "cancel" twice is answered truthfully, not asked again.
    const unanswered =
      own.chosen.appointment.status !== "cancelled" &&
      (await askForYes(ctx, call, {
        action: "cancel",
        spoken,
        appointmentId: own.chosen.appointment.id,
        data: { cancelled: false, appointments: [appointmentData(call, own.chosen)] },
      }));
    if (unanswered) return unanswered;
    const row = await cancelAppointment(ctx, {
      appointmentId: own.chosen.appointment.id,
      reason: args.reason,
    });
    const view = { ...own.chosen, appointment: row };
    return answer(call.sentences.cancelled(spokenAppointment(call, view)), appointmentData(call, view));
  },
});
