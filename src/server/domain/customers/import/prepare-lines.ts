import { type ImportMapping, type ImportRequest, importRequest } from "@/contracts/customer-import";
import { guessMapping } from "./guess-mapping";
import { judgeLine } from "./judge-line";
import { namesakeKey } from "./namesake-key";
import type { ReadyLine } from "./plan-lines";
import { readTable, type Table } from "./read-table";

const linesAtOnce = 200;

/** The lines of a file, each judged by itself; of two that say the same of one person the second is refused. */
export function prepareLines(input: ImportRequest): {
  table: Table;
  mapping: ImportMapping;
  ready: ReadyLine[];
} {
  const { text, mapping: given } = importRequest.parse(input);
  const table = readTable(text);
  const mapping = given ?? guessMapping(table.headings);
  const seen = new Set<string>();
  const ready = table.lines.map((line) => {
    const judged = judgeLine(line.cells, mapping);
    const { phone, email } = judged.values;
    // A comma too many moves everything behind it into the wrong column.
    if (line.cells.slice(table.headings.length).some(Boolean)) judged.reasons.unshift("too_many_cells");
    const contacts = [phone, email].filter((contact) => contact !== null);
    if (judged.reasons.length === 0 && contacts.some((contact) => seen.has(contact)))
      judged.reasons.push("repeated");
    const person = namesakeKey(judged.values);
    if (judged.reasons.length === 0 && person && seen.has(person)) judged.reasons.push("person_repeated");
    for (const said of [...contacts, person]) if (said) seen.add(said);
    return { ...line, judged };
  });
  return { table, mapping, ready };
}

export function* chunksOf<Line>(lines: readonly Line[]): Generator<Line[]> {
  for (let start = 0; start < lines.length; start += linesAtOnce)
    yield lines.slice(start, start + linesAtOnce);
}
