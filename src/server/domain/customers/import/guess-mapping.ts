import type { ImportMapping } from "@/contracts/customer-import";
import type { ImportField } from "@/contracts/import-fields";
import { nameWords } from "@/lib/phonetic";

/** Headings as practice and salon software writes them, folded to their letters. */
const headings: Record<ImportField, readonly string[]> = {
  name: [
    "name",
    "kunde",
    "kundin",
    "patient",
    "patientname",
    "fullname",
    "vollername",
    "kundenname",
    "customer",
  ],
  firstName: ["vorname", "firstname", "givenname", "rufname"],
  lastName: ["nachname", "familienname", "zuname", "lastname", "surname", "familyname"],
  phone: [
    "telefon",
    "telefonnummer",
    "tel",
    "phone",
    "phonenumber",
    "handy",
    "mobil",
    "mobile",
    "mobiltelefon",
    "mobilnummer",
    "handynummer",
    "rufnummer",
    "telefonmobil",
    "telefonprivat",
    "festnetz",
  ],
  email: ["email", "mail", "emailadresse", "emailaddress", "mailadresse"],
  birthdate: [
    "geburtsdatum",
    "geburtstag",
    "geb",
    "gebdatum",
    "geboren",
    "geborenam",
    "birthdate",
    "birthday",
    "dateofbirth",
    "dob",
  ],
  notes: [
    "notiz",
    "notizen",
    "bemerkung",
    "bemerkungen",
    "anmerkung",
    "kommentar",
    "info",
    "notes",
    "note",
    "comment",
  ],
};

/** The first column whose heading is known for each field. Beside a last name, "Name" is none of its own. */
export function guessMapping(columns: readonly string[]): ImportMapping {
  const folded = columns.map((column) => nameWords(column).join(""));
  const mapping: ImportMapping = {};
  for (const field of Object.keys(headings) as ImportField[]) {
    const index = folded.findIndex((column) => headings[field].includes(column));
    if (index !== -1) mapping[field] = index;
  }
  if (mapping.firstName !== undefined && mapping.lastName === undefined && mapping.name !== undefined) {
    mapping.lastName = mapping.name;
    delete mapping.name;
  }
  if (mapping.lastName !== undefined) delete mapping.name;
  return mapping;
}
