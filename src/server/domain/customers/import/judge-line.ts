import type { ImportMapping, RefusalReason } from "@/contracts/customer-import";
import type { CustomerFields } from "@/contracts/customer-merge";
import type { ImportField } from "@/contracts/import-fields";
import { email as emailSchema } from "@/contracts/users";
import { lacksAreaCode, readWrittenPhone } from "@/lib/phone";
import { readBirthdate } from "@/lib/written-day";

const longestName = 255;
const longestNotes = 5_000;

export interface JudgedLine {
  values: CustomerFields;
  reasons: RefusalReason[];
}

/**
 * What a line says of a person, and what is wrong with it. Somebody without number, address and birthdate could not be
 * recognised when the same file comes again.
 */
export function judgeLine(cells: readonly string[], mapping: ImportMapping): JudgedLine {
  const cell = (field: ImportField) =>
    mapping[field] === undefined ? "" : (cells[mapping[field]] ?? "").trim();
  const reasons: RefusalReason[] = [];
  const read = (field: ImportField, reason: RefusalReason, parse: (text: string) => string | undefined) => {
    const text = cell(field);
    if (text === "") return null;
    const value = parse(text);
    if (value === undefined) reasons.push(reason);
    return value ?? null;
  };
  const phone = cell("phone").replace(/^'/, "");
  const name = cell("name") || [cell("firstName"), cell("lastName")].filter(Boolean).join(" ");
  if (name === "") reasons.push("name_missing");
  if (name.length > longestName) reasons.push("name_too_long");
  const values = {
    name,
    phone: read("phone", lacksAreaCode(phone) ? "area_code_missing" : "phone_invalid", () =>
      readWrittenPhone(phone),
    ),
    email: read("email", "email_invalid", (text) => emailSchema.safeParse(text.toLowerCase()).data),
    birthdate: read("birthdate", "birthdate_invalid", (text) => readBirthdate(text)),
    notes: read("notes", "notes_too_long", (text) => (text.length > longestNotes ? undefined : text)),
  };
  if (reasons.length === 0 && !values.phone && !values.email && !values.birthdate)
    reasons.push("unrecognisable");
  return { values, reasons };
}
