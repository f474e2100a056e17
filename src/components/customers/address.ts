import { createLoader, createParser, type inferParserType, parseAsString } from "nuqs/server";
import type { CustomerListRequest } from "@/contracts/customer-list";

const parseAsCursor = createParser({
  parse: (text) => (/^[<>]\d{1,15}$/.test(text) ? text : null),
  serialize: (cursor: string) => cursor,
});

export const listParsers = { search: parseAsString, cursor: parseAsCursor };
export const loadListAddress = createLoader(listParsers);

/** The same question from the server that prefetches and the browser that shows. */
export const listRequestOf = ({
  search,
  cursor,
}: inferParserType<typeof listParsers>): CustomerListRequest => ({
  search: search ?? undefined,
  cursor: cursor ?? undefined,
});
