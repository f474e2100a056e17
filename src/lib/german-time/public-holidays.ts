import Holidays from "date-holidays";

const known = new Map<string, string[]>();

/** The statutory holidays of a Bundesland in a year, as `YYYY-MM-DD`; computed once each. */
export function publicHolidays(land: string, year: number): string[] {
  const key = `${land} ${year}`;
  const found = known.get(key) ?? compute(land, year);
  known.set(key, found);
  return found;
}

const compute = (land: string, year: number): string[] =>
  new Holidays("DE", land, { types: ["public"] }).getHolidays(year).map(({ date }) => date.slice(0, 10));
