import { parseAsNumberLiteral } from "nuqs/server";
import { pageSizes, usualPageSize } from "@/contracts/page-sizes";

/** How many rows a page shows, in the address of lists that let one choose. */
export const pageParsers = { rows: parseAsNumberLiteral(pageSizes).withDefault(usualPageSize) };
