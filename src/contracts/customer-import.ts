import { z } from "zod";
import { importFields, mostImportChars } from "./import-fields";

export const importDelimiters = [";", ",", "\t"] as const;

/** Which column holds what, counted from 0; a field without one is not imported. */
export const importMapping = z.partialRecord(z.enum(importFields), z.number().int().min(0).max(200));
export type ImportMapping = z.infer<typeof importMapping>;

export const importRequest = z.object({
  text: z.string().max(mostImportChars),
  /** Guessed from the headings where it is missing. */
  mapping: importMapping.optional(),
});
export type ImportRequest = z.infer<typeof importRequest>;

/** Why a line is not taken over. */
export const refusalReasons = [
  "too_many_cells",
  "name_missing",
  "name_too_long",
  "phone_invalid",
  "area_code_missing",
  "email_invalid",
  "birthdate_invalid",
  "notes_too_long",
  "unrecognisable",
  "repeated",
  "person_repeated",
  "phone_taken",
  "email_taken",
  "contact_conflict",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export interface RefusedLine {
  /** As an editor counts them: from 1, the headings included. */
  line: number;
  reasons: RefusalReason[];
  cells: string[];
}
