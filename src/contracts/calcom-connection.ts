import { z } from "zod";
import { optionalEmail, optionalText } from "./form-fields";

/**
 * How a business reaches its hosted Cal.com. A self-hosted address is not asked for here: the server would call
 * whatever somebody enters.
 */
export const calcomConnectionForm = z.object({
  apiKey: z.string().trim().min(8, "required").max(255, "too_long"),
  /** The team whose event types are booked; without one, those of `username`. */
  teamSlug: optionalText(100),
  username: optionalText(100),
  organizerEmail: optionalEmail,
});
