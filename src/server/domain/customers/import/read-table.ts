import { CsvError, parse } from "csv-parse/sync";
import { importDelimiters } from "@/contracts/customer-import";
import { mostImportLines } from "@/contracts/import-fields";
import { email } from "@/contracts/users";
import { readWrittenPhone } from "@/lib/phone";
import { readBirthdate } from "@/lib/written-day";
import { DomainError } from "../../_core/errors";

export interface TableLine {
  /** As an editor counts them, from 1. */
  line: number;
  cells: string[];
}

export interface Table {
  headings: string[];
  lines: TableLine[];
}

/**
 * The lines of a CSV text below its headings, which are empty where the first line is about somebody already. Semicolon,
 * comma or tab, whichever stands most often in the first line.
 * @throws DomainError `import.unreadable` (with the `line`), `import.empty`, `import.too_long`
 */
export function readTable(text: string): Table {
  const lines = parseLines(text.replace(/\r\n?/g, "\n"));
  const headings = lines[0]?.cells.some(isAboutSomebody)
    ? lines[0].cells.map(() => "")
    : lines.shift()?.cells;
  if (!headings || lines.length === 0) throw new DomainError("import.empty", "invalid");
  if (lines.length > mostImportLines)
    throw new DomainError("import.too_long", "invalid", { most: mostImportLines });
  return { headings, lines };
}

const isAboutSomebody = (cell: string) =>
  Boolean(readWrittenPhone(cell) || readBirthdate(cell)) || email.safeParse(cell).success;

function parseLines(text: string): TableLine[] {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: mostImportLines + 2,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = "lines" in error && typeof error.lines === "number" ? error.lines : undefined;
    throw new DomainError("import.unreadable", "invalid", { line });
  }
}

function delimiterOf(text: string): string {
  const headings = text.slice(0, text.search(/\n|$/)).replace(/"[^"]*"/g, "");
  const count = (delimiter: string) => headings.split(delimiter).length;
  return importDelimiters.reduce((best, other) => (count(other) > count(best) ? other : best));
}
