import { pageSizes, usualPageSize } from "@/contracts/page-sizes";
import { oneOf, usually } from "@/lib/address";

/** How many rows a page shows, in the address of lists that let one choose. */
export const pageParameters = { rows: usually(usualPageSize, oneOf(pageSizes)) };
