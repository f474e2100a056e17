import Holidays from "date-holidays";
import { type FederalState, federalStates } from "@/contracts/tenants";

export interface PublicHoliday {
  federalState: FederalState;
  /** "2026-12-25" */
  day: string;
  name: string;
}

/** The statutory holidays of every Bundesland in a year; those of single municipalities are not among them. */
export function germanHolidays(year: number): PublicHoliday[] {
  return federalStates.flatMap((federalState) =>
    new Holidays("DE", federalState, { languages: ["de"], types: ["public"] })
      .getHolidays(year)
      .map(({ date, name }) => ({ federalState, day: date.slice(0, 10), name })),
  );
}
