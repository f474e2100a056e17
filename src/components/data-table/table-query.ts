import { parseAsString } from "nuqs/server";

/**
 * What every table keeps in the address: `sort` ("startTime", or "-startTime" for descending) and `cursor`, where the
 * page begins. Add the table's own filters beside them; the server page reads the same parsers with `createLoader`.
 */
export const tableParsers = (defaultSort: string) => ({
  sort: parseAsString.withDefault(defaultSort),
  cursor: parseAsString,
});
