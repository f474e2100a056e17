import { z } from "zod";
import { toE164 } from "@/lib/phone";
import { customerFields } from "./customer-fields";
import { email } from "./users";

/** Only for the server: it reads numbers with tables of 40 kB. */
export const customerForm = customerFields.extend({
  phone: customerFields.shape.phone.transform((text, ctx) => {
    const number = text === null ? null : toE164(text);
    if (number !== undefined) return number;
    ctx.addIssue({ code: "custom", message: "phone" });
    return z.NEVER;
  }),
  email: customerFields.shape.email.pipe(email.nullable()),
});

const seen = z.string().max(20_000).nullable();

export const customerChange = customerForm.extend({
  customerId: z.number().int().positive(),
  /** What stood there when somebody began to write. */
  seen: z.object({ name: seen, phone: seen, email: seen, birthdate: seen, notes: seen }).optional(),
});
export type CustomerChange = z.input<typeof customerChange>;
