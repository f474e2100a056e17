import { z } from "zod";
import { lacksAreaCode, readWrittenPhone } from "@/lib/phone";
import { customerFields } from "./customer-fields";
import { email } from "./users";

/** Only for the server: it reads numbers with tables of 40 kB. */
export const customerForm = customerFields.extend({
  phone: customerFields.shape.phone.transform((text, ctx) => {
    if (text === null) return null;
    const number = readWrittenPhone(text);
    if (number) return number;
    ctx.addIssue({ code: "custom", message: lacksAreaCode(text) ? "area_code" : "phone" });
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
