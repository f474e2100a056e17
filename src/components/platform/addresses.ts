import { deliveryProviders, deliveryStatuses } from "@/contracts/delivery-states";
import { tenantStatuses } from "@/contracts/tenants";
import { addressLoader, anyText, day, oneOf, textLike } from "@/lib/address";

/** What the lists of the platform show stands in their addresses. */
const uuid = /^[0-9a-f-]{36}$/;
const tenantCursor = textLike(/^[<>][0-9a-f-]{36}$/);

export const tenantParameters = {
  search: anyText,
  status: oneOf(tenantStatuses),
  cursor: tenantCursor,
};
export const numberParameters = { search: anyText, cursor: textLike(/^[<>]\+?\d{1,20}$/) };
export const usageParameters = {
  month: textLike(/^20\d\d-(0[1-9]|1[0-2])$/),
  cursor: tenantCursor,
};
export const deliveryParameters = {
  provider: oneOf(deliveryProviders),
  status: oneOf(deliveryStatuses),
  type: anyText,
  tenantId: textLike(uuid),
  fromDate: day,
  toDate: day,
  cursor: textLike(/^[<>]\d{1,15}$/),
};

export const loadTenantAddress = addressLoader(tenantParameters);
export const loadNumberAddress = addressLoader(numberParameters);
export const loadUsageAddress = addressLoader(usageParameters);
export const loadDeliveryAddress = addressLoader(deliveryParameters);

type Asked<Address> = { [Key in keyof Address]?: NonNullable<Address[Key]> };

/** The same question from the server that prefetches and the browser that shows: what is not set is not asked. */
export const asked = <Address extends Record<string, unknown>>(address: Address) =>
  Object.fromEntries(Object.entries(address).filter(([, value]) => value !== null)) as Asked<Address>;
