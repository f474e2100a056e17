import type { CallFilter, CallListRequest } from "@/contracts/call-list";
import { callMarks } from "@/contracts/call-marks";
import { callOutcomes, callSorts } from "@/contracts/calls";
import {
  type AddressOf,
  addressLoader,
  addressWriter,
  anyText,
  day,
  listOf,
  oneOf,
  parameter,
  textLike,
} from "@/lib/address";
import { pageParameters } from "../data-table/page-parameters";
import { readId } from "../read-id";

const id = parameter((text) => readId(text) ?? null);
/** Those that belong to none. */
export const none = 0;
const idOrNone = parameter((text) => (text === String(none) ? none : (readId(text) ?? null)));
const pageCursor = textLike(/^[<>]\d{1,14}\.\d{1,15}$/);

const weekdays = Array.from({ length: 7 }, (_, index) => index + 1);
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** What narrows the list. Like its order it stands in the address, of the list and of every call opened from it. */
export const filterParameters = {
  search: anyText,
  callback: oneOf(["open"]),
  outcome: listOf(oneOf(callOutcomes)),
  day: oneOf(["today"]),
  from: day,
  to: day,
  customer: id,
  branch: idOrNone,
  agent: idOrNone,
  mark: oneOf(callMarks),
  weekday: oneOf(weekdays),
  hour: oneOf(hours),
};
export type FilterAddress = AddressOf<typeof filterParameters>;

/** Which calls stand in a list and in which order: how one walks from call to call. */
export const walkParameters = { ...filterParameters, sort: oneOf(callSorts) };
export type WalkAddress = AddressOf<typeof walkParameters>;

export const listParameters = {
  ...walkParameters,
  ...pageParameters,
  cursor: pageCursor,
  /** What Retell charges: a column only where one came to see it. */
  cost: oneOf(["shown"]),
};
export type ListAddress = AddressOf<typeof listParameters>;

export const loadListAddress = addressLoader(listParameters);
export const loadWalkAddress = addressLoader(walkParameters);
export const serializeWalk = addressWriter(walkParameters);
export const serializeList = addressWriter(listParameters);

const serializeFilter = addressWriter(filterParameters);
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

export const listRequestOf = ({
  cursor,
  rows,
  sort,
  cost: _cost,
  ...filter
}: ListAddress): CallListRequest => ({
  ...filterOf(filter),
  sort: sort ?? undefined,
  cursor: cursor ?? undefined,
  pageRows: rows,
});
