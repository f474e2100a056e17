import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsStringLiteral,
} from "nuqs/server";
import type { CallbackListRequest } from "@/contracts/callbacks";
import { callbackViews } from "@/contracts/calls";
import { readId } from "../read-id";

const parseAsCursor = createParser({
  parse: (text) => (/^[<>]\d{1,14}\.\d{1,14}\.\d{1,15}$/.test(text) ? text : null),
  serialize: (cursor: string) => cursor,
});
const parseAsId = createParser({ parse: (text) => readId(text) ?? null, serialize: String });

export const listParsers = {
  view: parseAsStringLiteral(callbackViews).withDefault("open"),
  cursor: parseAsCursor,
  /** The one that lies open beside the list. */
  callback: parseAsId,
};
export type ListAddress = inferParserType<typeof listParsers>;

export const loadListAddress = createLoader(listParsers);
export const serializeAddress = createSerializer(listParsers);

/** The same question from the server that prefetches and the browser that shows. */
export const listRequestOf = ({ view, cursor }: ListAddress): CallbackListRequest => ({
  view,
  cursor: cursor ?? undefined,
});
