import { z } from "zod";

/** One line about an appointment, as it is typed at the counter. */
export const quickEntryRequest = z.object({
  text: z.string().trim().min(1).max(200),
  branchId: z.number().int().positive().optional(),
  /** Of the page it is typed on. */
  language: z.enum(["de", "en"]).default("de"),
});
export type QuickEntryRequest = z.input<typeof quickEntryRequest>;
