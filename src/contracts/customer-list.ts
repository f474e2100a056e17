import { z } from "zod";

export const customerListRequest = z.object({
  /** Part of a name, an e-mail address or a phone number in any spelling. */
  search: z.string().trim().max(255).optional(),
  /** As a page before handed it out. */
  cursor: z
    .string()
    .regex(/^[<>]\d{1,15}$/)
    .optional(),
});
export type CustomerListRequest = z.infer<typeof customerListRequest>;
