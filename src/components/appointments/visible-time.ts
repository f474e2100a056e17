import { weekdayOf } from "@/lib/plain-date";

interface Shown {
  date: string;
  startMinute: number;
  endMinute: number;
}
interface Opening {
  startsMinute: number;
  endsMinute: number;
}

const [usualFrom, usualTo] = [8, 18];

/** The hours a calendar needs: open time and whatever was booked, whole hours. */
export function visibleHours(
  open: readonly Opening[],
  shown: readonly Shown[],
): { from: number; to: number } {
  const starts = [...open.map((o) => o.startsMinute), ...shown.map((s) => s.startMinute)];
  const ends = [...open.map((o) => o.endsMinute), ...shown.map((s) => Math.min(s.endMinute, 24 * 60))];
  if (starts.length === 0) return { from: usualFrom, to: usualTo };
  return { from: Math.floor(Math.min(...starts) / 60), to: Math.ceil(Math.max(...ends) / 60) };
}

/** From Monday to Friday, and on to Saturday or Sunday where that day is open, booked or today. */
export function visibleDates(
  dates: readonly string[],
  openWeekdays: readonly number[],
  shown: readonly Shown[],
  today: string,
): string[] {
  const needed = dates.filter(
    (date) => openWeekdays.includes(weekdayOf(date)) || date === today || shown.some((s) => s.date === date),
  );
  const last = Math.max(5, ...needed.map(weekdayOf));
  return dates.filter((date) => weekdayOf(date) <= last);
}
