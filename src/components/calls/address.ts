import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { CallFilter, CallListRequest } from "@/contracts/call-list";
import { callMarks } from "@/contracts/call-marks";
import { callOutcomes } from "@/contracts/calls";
import { isPlainDate } from "@/lib/plain-date";
import { pageParsers } from "../data-table/page-parsers";
import { readId } from "../read-id";

const parseAsDay = createParser({
  parse: (text) => (isPlainDate(text) ? text : null),
  serialize: (date: string) => date,
});

const parseAsId = createParser({ parse: (text) => readId(text) ?? null, serialize: String });
const parseAsCursor = createParser({
  parse: (text) => (/^[<>]\d{1,14}\.\d{1,15}$/.test(text) ? text : null),
  serialize: (cursor: string) => cursor,
});

const weekdays = Array.from({ length: 7 }, (_, index) => index + 1);
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** What narrows the list stands in the address, of the list and of every call opened from it. */
export const filterParsers = {
  search: parseAsString,
  callback: parseAsStringLiteral(["open"]),
  outcome: parseAsArrayOf(parseAsStringLiteral(callOutcomes)),
  day: parseAsStringLiteral(["today"]),
  from: parseAsDay,
  to: parseAsDay,
  customer: parseAsId,
  branch: parseAsId,
  agent: parseAsId,
  mark: parseAsStringLiteral(callMarks),
  weekday: parseAsNumberLiteral(weekdays),
  hour: parseAsNumberLiteral(hours),
};
export type FilterAddress = inferParserType<typeof filterParsers>;

export const listParsers = { ...filterParsers, ...pageParsers, cursor: parseAsCursor };
export type ListAddress = inferParserType<typeof listParsers>;

export const loadListAddress = createLoader(listParsers);
export const loadFilterAddress = createLoader(filterParsers);
export const serializeFilter = createSerializer(filterParsers);

export const isFiltered = (address: FilterAddress) => serializeFilter(address) !== "";

/** The same question from the server that prefetches and the browser that shows. */
export const filterOf = (address: FilterAddress): CallFilter => ({
  search: address.search ?? undefined,
  outcomes: address.outcome ?? undefined,
  callbackOpen: address.callback === "open" || undefined,
  day: address.day ?? undefined,
  fromDate: address.from ?? undefined,
  toDate: address.to ?? undefined,
  customerId: address.customer ?? undefined,
  branchId: address.branch ?? undefined,
  agentId: address.agent ?? undefined,
  mark: address.mark ?? undefined,
  weekday: address.weekday ?? undefined,
  hour: address.hour ?? undefined,
});

export const listRequestOf = ({ cursor, rows, ...filter }: ListAddress): CallListRequest => ({
  ...filterOf(filter),
  cursor: cursor ?? undefined,
  pageRows: rows,
});
