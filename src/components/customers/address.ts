import type { CustomerListRequest } from "@/contracts/customer-list";
import { type AddressOf, addressLoader, anyText, textLike } from "@/lib/address";

const pageCursor = textLike(/^[<>]\d{1,15}$/);

export const listParameters = { search: anyText, cursor: pageCursor };
export const loadListAddress = addressLoader(listParameters);

/** The same question from the server that prefetches and the browser that shows. */
export const listRequestOf = ({ search, cursor }: AddressOf<typeof listParameters>): CustomerListRequest => ({
  search: search ?? undefined,
  cursor: cursor ?? undefined,
});
