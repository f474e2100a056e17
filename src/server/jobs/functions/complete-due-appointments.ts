import { completeDueAppointments as completeDue } from "@/server/domain/appointments/complete-due-appointments";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

export const completeDueAppointments = inngest.createFunction(
  { id: "complete-due-appointments", triggers: [{ cron: "*/15 * * * *" }], retries: 2, concurrency: 1 },
  ({ step }) => step.run("complete", () => completeDue(platformContext("complete-due-appointments"))),
);
