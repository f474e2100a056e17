import { z } from "zod";
import { isPlainDate } from "@/lib/plain-date";

/**
 * Fields of forms. What is wrong with one is said by a key of `form.problem`, so that the same sentence stands at the
 * field whether the browser or the server found it. Parsing twice changes nothing: forms, routers and verbs all parse.
 */
export const rowId = z.number({ error: "required" }).int().positive();
export const version = z.number().int().positive();

export const requiredText = (max: number) => z.string().trim().min(1, "required").max(max, "too_long");

/** Left empty, there is nothing to say. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "too_long")
    .nullable()
    .transform((text) => text || null);

export const optionalEmail = optionalText(255).refine(
  (text) => text === null || z.email().safeParse(text).success,
  "email",
);

/** Whole minutes, in steps of five: time is booked in cells of five minutes. */
export const minutes = (min: number, max: number) =>
  z.coerce
    .number<string | number>("number")
    .int("five_minutes")
    .min(min, "too_small")
    .max(max, "too_large")
    .multipleOf(5, "five_minutes");

export const plainDate = z
  .string()
  .refine((text) => isPlainDate(text) && text >= "2000-01-01" && text <= "2099-12-31", "date");

/** "HH:MM" on the wall. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time")
  .refine((time) => Number(time.slice(3)) % 5 === 0, "five_minutes");

/** From one day to another, both inclusive. */
export const dayOrder = {
  check: ({ fromDate, toDate }: { fromDate: string; toDate: string }) => fromDate <= toDate,
  params: { path: ["toDate"], error: "date_order" },
};
