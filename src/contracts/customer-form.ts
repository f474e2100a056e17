import { z } from "zod";
import { toE164 } from "@/lib/phone";
import { customerInput } from "./customers";
import { email } from "./users";

/** A field of a form: left empty, there is nothing to say. */
const written = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z
    .string()
    .nullable()
    .transform((text) => text?.trim() || null)
    .pipe(schema.nullable());

const writtenPhone = z
  .string()
  .max(40)
  .transform((text, ctx) => {
    const number = toE164(text);
    if (number) return number;
    ctx.addIssue({ code: "custom", message: "not a phone number" });
    return z.NEVER;
  });

/** A customer as the front desk types one in. Only for the server: it reads numbers with tables of 40 kB. */
export const customerForm = z.object({
  name: customerInput.shape.name,
  phone: written(writtenPhone),
  email: written(email),
  birthdate: written(z.iso.date()),
  notes: written(z.string().max(5000)),
});

export const customerChange = customerForm.extend({ customerId: z.number().int().positive() });
export type CustomerChange = z.input<typeof customerChange>;
