/** Plain calendar arithmetic on UTC dates: nothing here is shared with the grammar. */

export const day = (iso: string) => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
export const plus = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000);
export const iso = (date: Date) => date.toISOString().slice(0, 10);
/** 0 = Monday. */
export const dayOfWeek = (date: Date) => (date.getUTCDay() + 6) % 7;
export const monday = (date: Date) => plus(date, -dayOfWeek(date));
export const firstAfter = (date: Date, weekday: number) => {
  let found = plus(date, 1);
  while (dayOfWeek(found) !== weekday) found = plus(found, 1);
  return found;
};
export const hhmm = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
export const between = (first: Date, last: Date): Date[] =>
  first > last ? [] : [first, ...between(plus(first, 1), last)];
