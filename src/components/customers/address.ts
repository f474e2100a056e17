import { createLoader, type inferParserType, parseAsString } from "nuqs/server";
import type { CustomerListRequest } from "@/contracts/customer-list";

export const listParsers = { search: parseAsString, cursor: parseAsString };
export const loadListAddress = createLoader(listParsers);

/** The same question from the server that prefetches and the browser that shows. */
export const listRequestOf = ({
  search,
  cursor,
}: inferParserType<typeof listParsers>): CustomerListRequest => ({
  search: search ?? undefined,
  cursor: cursor ?? undefined,
});
