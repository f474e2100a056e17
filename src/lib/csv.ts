/** Excel in German takes UTF-8 for something older unless the file begins with this. */
export const byteOrderMark = "\uFEFF";

/** What a spreadsheet would run as a formula; a quote in front makes it text (OWASP: CSV injection). */
const formula = /^[=+\-@\t\r]/;

/** One line of a CSV file, its end included. Cells are quoted where they have to be and never formulas. */
export function csvLine(cells: readonly (string | null)[], delimiter: "," | ";"): string {
  const written = cells.map((cell) => {
    const text = cell ?? "";
    const safe = formula.test(text) ? `'${text}` : text;
    return /["\n\r,;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${written.join(delimiter)}\r\n`;
}
