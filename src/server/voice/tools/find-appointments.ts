import { z } from "zod";
import { appointmentData, identifyCaller, spokenAppointment } from "../caller";
import { answer, defineTool, refuse } from "../tool";

export const findAppointmentsTool = defineTool({
  name: "find_appointments",
  description:
    "The upcoming appointments of the calling number, with the ids that moving and cancelling need. Says nothing where the number is hidden.",
  kind: "read",
  args: z.object({}),
  deadlineMs: 4_000,
  async run(ctx, _args, call) {
    const { sentences } = call;
    const caller = await identifyCaller(ctx, call);
    if (!caller) return refuse("caller.hidden", sentences.hiddenCaller());
    const { appointments } = caller;
    const message =
      appointments.length === 0
        ? sentences.noAppointments()
        : sentences.appointments(appointments.map((view) => spokenAppointment(call, view)));
    return answer(message, { appointments: appointments.map((view) => appointmentData(call, view)) });
  },
});
