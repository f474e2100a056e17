import { z } from "zod";

/** Deeper pages are refused: each would make the database read and throw away everything before it. */
export const deepestRow = 10_000;

/** Numbered pages, as the REST API documents them. */
export const pageRequest = z.object({
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(100).default(25),
});
export type PageRequest = z.output<typeof pageRequest>;

/** @returns a field's complaint, or nothing. Used as a refinement wherever `pageRequest` is part of a query. */
export const withinReach = ({ page, per_page }: PageRequest) => page * per_page <= deepestRow;
export const beyondReach = {
  path: ["page"],
  error: `page × per_page goes up to ${deepestRow}: narrow the search, for example with from_date and to_date`,
};

export interface Page<Row> {
  rows: Row[];
  /** Exact up to `deepestRow`; NULL: more than that. */
  total: number | null;
  hasMore: boolean;
}
