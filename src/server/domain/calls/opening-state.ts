import { localDays } from "@/lib/calendar-time";
import { type BranchHours, openTime } from "../availability/calendar";

export type OpeningState = { open: true; until: Date } | { open: false; next: Date | null };

const lookAheadMs = 15 * 86_400_000;

/** Whether a branch is open at this instant, until when, or when it opens next within two weeks. */
export function openingState(hours: BranchHours, now: Date, timeZone: string): OpeningState {
  const range = { start: now.getTime(), end: now.getTime() + lookAheadMs };
  const openings = openTime(hours, localDays(range, timeZone));
  const next = openings.find((opening) => opening.end > range.start);
  if (next && next.start <= range.start) return { open: true, until: new Date(next.end) };
  return { open: false, next: next ? new Date(next.start) : null };
}
