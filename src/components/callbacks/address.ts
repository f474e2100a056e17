import type { CallbackListRequest } from "@/contracts/callbacks";
import { callbackViews } from "@/contracts/calls";
import {
  type AddressOf,
  addressLoader,
  addressWriter,
  oneOf,
  parameter,
  textLike,
  usually,
} from "@/lib/address";
import { readId } from "../read-id";

const pageCursor = textLike(/^[<>]\d{1,14}\.\d{1,14}\.\d{1,15}$/);
const id = parameter((text) => readId(text) ?? null);

export const listParameters = {
  view: usually("open", oneOf(callbackViews)),
  cursor: pageCursor,
  /** The one that lies open beside the list. */
  callback: id,
};
export type ListAddress = AddressOf<typeof listParameters>;

export const loadListAddress = addressLoader(listParameters);
export const serializeAddress = addressWriter(listParameters);

/** The same question from the server that prefetches and the browser that shows. */
export const listRequestOf = ({ view, cursor }: ListAddress): CallbackListRequest => ({
  view,
  cursor: cursor ?? undefined,
});
