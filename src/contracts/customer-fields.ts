import { z } from "zod";
import { isPlainDate } from "@/lib/plain-date";
import { optionalEmail, optionalText, requiredText } from "./form-fields";

const birthdate = optionalText(10).refine((text) => text === null || isPlainDate(text), "date");

/** A customer as the front desk types one in, as far as the browser can tell: what is a phone number the server knows. */
export const customerFields = z.object({
  name: requiredText(255),
  phone: optionalText(40),
  email: optionalEmail,
  birthdate,
  notes: optionalText(5000),
});
export type CustomerDraft = z.output<typeof customerFields>;
