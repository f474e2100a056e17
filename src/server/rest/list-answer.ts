import type { Page, PageRequest } from "@/contracts/pages";
import { type Snaked, toSnakeCase } from "@/lib/snake-case";

/** A page as partners get it: rows in the documented names, and where one is in the list. */
export function listAnswer<Row extends object>(
  page: Page<Row>,
  { page: number, per_page }: PageRequest,
): {
  data: Snaked<Row>[];
  meta: { page: number; per_page: number; total: number | null; has_more: boolean };
} {
  const { rows, total, hasMore } = page;
  return { data: rows.map(toSnakeCase), meta: { page: number, per_page, total, has_more: hasMore } };
}
