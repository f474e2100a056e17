import type { ImportRequest } from "@/contracts/customer-import";
import type { TenantContext } from "../../_core/context";
import { requirePermission } from "../../_core/permissions";
import { type PlannedLine, planLines } from "./plan-lines";
import { chunksOf, prepareLines } from "./prepare-lines";
import { reportOf } from "./report";

const sampleLines = 5;

/**
 * What an import would do, without doing it: the columns and what they seem to hold, the first people as they would be
 * written, and the report. @throws DomainError as `readTable`
 */
export async function previewImport(ctx: TenantContext, input: ImportRequest) {
  requirePermission(ctx, "customers:write");
  const { table, mapping, ready } = prepareLines(input);
  const planned: PlannedLine[] = [];
  for (const chunk of chunksOf(ready)) planned.push(...(await planLines(ctx, ctx.db, chunk)));
  const examples = table.headings.map(
    (_, column) => table.lines.find((line) => line.cells[column])?.cells[column],
  );
  return {
    columns: table.headings.map((heading, i) => ({ heading, example: examples[i] ?? null })),
    mapping,
    sample: ready.slice(0, sampleLines).map(({ line, judged }) => ({ line, ...judged.values })),
    report: reportOf(planned),
  };
}
