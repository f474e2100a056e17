import { z } from "zod";

const id = z.number().int().positive();

/** Another end for an appointment; its start stays. */
export const appointmentResize = z.object({
  appointmentId: id,
  end: z.date(),
  /** The version that was seen; an older one is refused. */
  version: id.optional(),
});
export type AppointmentResize = z.infer<typeof appointmentResize>;
