import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { CallFilter, CallListRequest } from "@/contracts/call-list";
import { callOutcomes } from "@/contracts/calls";
import { isPlainDate } from "@/lib/plain-date";

const parseAsDay = createParser({
  parse: (text) => (isPlainDate(text) ? text : null),
  serialize: (date: string) => date,
});

/** What narrows the list stands in the address, of the list and of every call opened from it. */
export const filterParsers = {
  search: parseAsString,
  outcome: parseAsArrayOf(parseAsStringLiteral(callOutcomes)),
  from: parseAsDay,
  to: parseAsDay,
  customer: parseAsInteger,
};
export type FilterAddress = inferParserType<typeof filterParsers>;

export const listParsers = { ...filterParsers, cursor: parseAsString };

export const loadListAddress = createLoader(listParsers);
export const loadFilterAddress = createLoader(filterParsers);
export const serializeFilter = createSerializer(filterParsers);

export const isFiltered = (address: FilterAddress) => serializeFilter(address) !== "";

/** The same question from the server that prefetches and the browser that shows. */
export const filterOf = ({ search, outcome, from, to, customer }: FilterAddress): CallFilter => ({
  search: search ?? undefined,
  outcomes: outcome ?? undefined,
  fromDate: from ?? undefined,
  toDate: to ?? undefined,
  customerId: customer ?? undefined,
});

export const listRequestOf = ({
  cursor,
  ...filter
}: FilterAddress & { cursor: string | null }): CallListRequest => ({
  ...filterOf(filter),
  cursor: cursor ?? undefined,
});
