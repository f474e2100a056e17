import { readId } from "@/components/read-id";
import type { AnalyticsRequest } from "@/contracts/analytics";
import { type AddressOf, addressLoader, day, oneOf, parameter, usually } from "@/lib/address";
import { addDays } from "@/lib/plain-date";

export const periods = ["today", "7d", "30d", "month", "lastMonth", "custom"] as const;
export type Period = (typeof periods)[number];

const id = parameter((text) => readId(text) ?? null);

/** Everything one sees on the page stands in its address. */
export const addressParameters = {
  period: usually("30d", oneOf(periods)),
  from: day,
  to: day,
  branch: id,
  agent: id,
  view: usually("charts", oneOf(["charts", "tables"])),
};
export type Address = AddressOf<typeof addressParameters>;
export const loadAddress = addressLoader(addressParameters);

const longestDays = 730;

/** The same question from the server that prefetches and the browser that shows. */
export const reportRequest = (address: Address, today: string): AnalyticsRequest => ({
  ...daysOf(address, today),
  branchId: address.branch ?? undefined,
  agentId: address.agent ?? undefined,
});

/** Both days are part of the period. */
export function daysOf({ period, from, to }: Address, today: string) {
  const monthStart = `${today.slice(0, 7)}-01`;
  switch (period) {
    case "today":
      return { fromDate: today, toDate: today };
    case "7d":
      return { fromDate: addDays(today, -6), toDate: today };
    case "30d":
      return { fromDate: addDays(today, -29), toDate: today };
    case "month":
      return { fromDate: monthStart, toDate: today };
    case "lastMonth": {
      const toDate = addDays(monthStart, -1);
      return { fromDate: `${toDate.slice(0, 7)}-01`, toDate };
    }
    case "custom": {
      const toDate = to ?? today;
      const fromDate = from ?? addDays(toDate, -29);
      if (fromDate > toDate) return { fromDate: toDate, toDate };
      const earliest = addDays(toDate, 1 - longestDays);
      if (fromDate < earliest) return { fromDate: earliest, toDate };
      return { fromDate, toDate };
    }
  }
}
