import { z } from "zod";
import { appointmentData, identifyCaller, spokenAppointment } from "../caller";
import { proofArguments, proveCaller } from "../caller-proof";
import { answer, defineTool, refuse } from "../tool";

export const findAppointmentsTool = defineTool({
  name: "find_appointments",
  description:
    "The upcoming appointments of the calling number, with the ids that moving and cancelling need. Says nothing where the number is hidden.",
  kind: "read",
  args: z.object(proofArguments),
  deadlineMs: 4_000,
  async run(ctx, args, call) {
    const { sentences } = call;
    const caller = await identifyCaller(ctx, call);
    if (!caller) return refuse("caller.hidden", sentences.hiddenCaller());
    const proven = await proveCaller(ctx, call, caller, args);
    if ("reply" in proven) return proven.reply;
    const { appointments, notFound } = proven;
    if (appointments.length === 0 && notFound) return notFound();
    const message =
      appointments.length === 0
        ? sentences.noAppointments()
        : sentences.appointments(appointments.map((view) => spokenAppointment(call, view)));
    return answer(message, { appointments: appointments.map((view) => appointmentData(call, view)) });
  },
});
