import { z } from "zod";
import { email } from "./users";

/** As the REST API documents it: digits with the country's code first; the plus, where it is missing, is added. */
export const phone = z
  .string()
  .regex(/^\+?[1-9]\d{1,14}$/, "must match ^\\+?[1-9]\\d{1,14}$")
  .transform((number) => (number.startsWith("+") ? number : `+${number}`));

export const customerInput = z.object({
  name: z.string().trim().min(1).max(255),
  email: email.nullish(),
  phone: phone.nullish(),
  birthdate: z.iso.date().nullish(),
  notes: z.string().max(5000).nullish(),
});
export type CustomerInput = z.input<typeof customerInput>;
