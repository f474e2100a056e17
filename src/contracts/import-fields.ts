/** Within what one request may carry (1 MB). */
export const mostImportChars = 700_000;
export const mostImportLines = 5_000;

/** What a column can hold. First and last name are put together where the whole name is in none. */
export const importFields = [
  "name",
  "firstName",
  "lastName",
  "phone",
  "email",
  "birthdate",
  "notes",
] as const;
export type ImportField = (typeof importFields)[number];
