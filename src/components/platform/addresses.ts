import { createLoader, createParser, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { deliveryProviders, deliveryStatuses } from "@/contracts/delivery-states";
import { tenantStatuses } from "@/contracts/tenants";
import { isPlainDate } from "@/lib/plain-date";

/** What the lists of the platform show stands in their addresses. */
const parseAsText = (known: RegExp) =>
  createParser({ parse: (text) => (known.test(text) ? text : null), serialize: (text: string) => text });
const parseAsDay = createParser({
  parse: (text) => (isPlainDate(text) ? text : null),
  serialize: (day: string) => day,
});
const uuid = /^[0-9a-f-]{36}$/;
const tenantCursor = parseAsText(/^[<>][0-9a-f-]{36}$/);

export const tenantParsers = {
  search: parseAsString,
  status: parseAsStringLiteral(tenantStatuses),
  cursor: tenantCursor,
};
export const numberParsers = { search: parseAsString, cursor: parseAsText(/^[<>]\+?\d{1,20}$/) };
export const usageParsers = {
  month: parseAsText(/^20\d\d-(0[1-9]|1[0-2])$/),
  cursor: tenantCursor,
};
export const deliveryParsers = {
  provider: parseAsStringLiteral(deliveryProviders),
  status: parseAsStringLiteral(deliveryStatuses),
  type: parseAsString,
  tenantId: parseAsText(uuid),
  fromDate: parseAsDay,
  toDate: parseAsDay,
  cursor: parseAsText(/^[<>]\d{1,15}$/),
};

export const loadTenantAddress = createLoader(tenantParsers);
export const loadNumberAddress = createLoader(numberParsers);
export const loadUsageAddress = createLoader(usageParsers);
export const loadDeliveryAddress = createLoader(deliveryParsers);

type Asked<Address> = { [Key in keyof Address]?: NonNullable<Address[Key]> };

/** The same question from the server that prefetches and the browser that shows: what is not set is not asked. */
export const asked = <Address extends Record<string, unknown>>(address: Address) =>
  Object.fromEntries(Object.entries(address).filter(([, value]) => value !== null)) as Asked<Address>;
