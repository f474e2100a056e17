import { readId } from "@/components/read-id";
import type { AnalyticsRequest } from "@/contracts/analytics";
import { type AddressOf, addressLoader, addressWriter, day, oneOf, parameter, usually } from "@/lib/address";
import { addDays, addMonths, lastOfMonth } from "@/lib/plain-date";

export const periods = ["today", "7d", "30d", "month", "lastMonth", "custom"] as const;
export type Period = (typeof periods)[number];

const id = parameter((text) => readId(text) ?? null);

const lastingParameters = {
  period: usually("30d", oneOf(periods)),
  from: day,
  to: day,
  view: usually("charts", oneOf(["charts", "tables"])),
};

/** Everything one sees on the page stands in its address. */
export const addressParameters = {
  ...lastingParameters,
  branch: id,
  agent: id,
  /** Which calls the hours show. */
  hours: usually("all", oneOf(["all", "missed"])),
};
export type Address = AddressOf<typeof addressParameters>;
export const loadAddress = addressLoader(addressParameters);

/** Which days, and how they are drawn, stay as chosen until the browser is closed. */
export const lastingCookie = "analytics";
export const lastingPart = addressWriter(lastingParameters);

const longestDays = 730;

/** The same question from the server that prefetches and the browser that shows. */
export function reportRequest(address: Address, today: string): AnalyticsRequest {
  const days = daysOf(address, today);
  return {
    ...days,
    before: monthsBefore(address.period, days),
    branchId: address.branch ?? undefined,
    agentId: address.agent ?? undefined,
  };
}

interface Days {
  fromDate: string;
  toDate: string;
}

/** Months are compared with months, however long; everything else with as many days right before. */
function monthsBefore(period: Period, { fromDate, toDate }: Days): Days | undefined {
  if (period === "month") return { fromDate: addMonths(fromDate, -1), toDate: addMonths(toDate, -1) };
  if (period !== "lastMonth" && period !== "custom") return undefined;
  const areWhole = fromDate.endsWith("-01") && toDate === lastOfMonth(toDate);
  if (!areWhole) return undefined;
  const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const months = monthOf(toDate) - monthOf(fromDate) + 1;
  return { fromDate: addMonths(fromDate, -months), toDate: addDays(fromDate, -1) };
}

/** Both days are part of the period. */
export function daysOf({ period, from, to }: Address, today: string): Days {
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
