import type { MonthRequest } from "@/contracts/calendar-month";
import { addDays, mondayOf } from "@/lib/plain-date";
import type { Address } from "./address";

/** "2026-11-22" → "2026-11-01" */
const firstOfMonth = (date: string) => `${date.slice(0, 7)}-01`;

/** The first day of the month so many months later. */
export function addMonths(date: string, months: number): string {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}

/** The weeks that hold the month; the same question from the server that prefetches and the browser that shows. */
export function monthRequestFor(address: Address, today: string): MonthRequest {
  const first = firstOfMonth(address.date ?? today);
  const fromDate = mondayOf(first);
  const lastMonday = mondayOf(addDays(addMonths(first, 1), -1));
  const weeks = (Date.parse(lastMonday) - Date.parse(fromDate)) / (7 * 86_400_000) + 1;
  return {
    fromDate,
    weeks,
    staffId: address.staff ?? undefined,
    branchId: address.branch ?? undefined,
  };
}
