import { z } from "zod";
import { isTimeZone } from "./branches";
import { requiredText } from "./form-fields";
import { recordingConsents, tenantKinds } from "./tenants";

const whole = (min: number, max: number) =>
  z.coerce.number<string | number>("number").int("number").min(min, "too_small").max(max, "too_large");

/** What holds for the whole business, at the desk and on the phone. */
export const businessSettings = z.object({
  name: requiredText(255),
  kind: z.enum(tenantKinds),
  timeZone: z.string().max(64, "time_zone").refine(isTimeZone, "time_zone"),
  /** Between now and the first time that is offered. */
  minNoticeMinutes: whole(0, 10_080),
  bookingWindowDays: whole(1, 365),
  /** Minutes between the starts that are offered. */
  slotStepMinutes: whole(5, 240).refine((minutes) => minutes % 5 === 0, "five_minutes"),
  recordingConsent: z.enum(recordingConsents),
});
export type BusinessSettings = z.output<typeof businessSettings>;
