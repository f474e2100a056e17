"use client";

import { useFormatter, useTranslations } from "next-intl";
import { clockOf } from "@/lib/clock-minutes";
import { holidayName } from "@/lib/holiday-names";
import { usePageLocale } from "../use-page-locale";
import type { PersonDay } from "./backdrop";
import type { CalendarDay } from "./outputs";
import type { StaffLook } from "./staff-mark";

type Day = Omit<CalendarDay, "branches">;
type Looks = ReadonlyMap<number, StaffLook>;

/** Why it is closed although the week says otherwise, and where, if not everywhere. */
export function useClosedNotes({ closed, allClosed }: Pick<CalendarDay, "closed" | "allClosed">): string[] {
  const t = useTranslations("appointments");
  const locale = usePageLocale();
  const notes = closed.map(({ branchName, kind, label }) => {
    const reason = label ? holidayName(label, locale) : t(kind === "holiday" ? "holiday" : "closed");
    return allClosed ? reason : `${branchName}: ${reason}`;
  });
  return [...new Set(notes)];
}

/** Of one person the hours of that day, of a branch who works there. */
export function useUsualNotes(
  day: Day,
  looks: Looks,
  person: PersonDay | undefined,
  byBranch: boolean,
): string {
  const t = useTranslations("appointments");
  const format = useFormatter();
  if (day.allClosed || person?.awayAllDay) return "";
  if (person)
    return person.work
      .map(({ startsMinute, endsMinute }) => `${clockOf(startsMinute)}–${clockOf(endsMinute)}`)
      .join(", ");
  const here = day.staff.filter(({ work, awayAllDay }) => byBranch && work.length > 0 && !awayAllDay);
  return here.length > 0 ? t("hereToday", { names: format.list(namesOf(here, looks)) }) : "";
}

/** That one person is not there, or who is missing all day. */
export function useAbsenceNotes(day: Day, looks: Looks, person: PersonDay | undefined): string[] {
  const t = useTranslations("appointments");
  const format = useFormatter();
  if (day.allClosed) return [];
  if (person?.awayAllDay) return [t("backdrop.away")];
  if (person) return person.work.length === 0 ? [t("backdrop.off")] : [];
  const away = namesOf(
    day.staff.filter(({ awayAllDay }) => awayAllDay),
    looks,
  );
  return away.length > 0 ? [t("awayToday", { names: format.list(away) })] : [];
}

const namesOf = (people: readonly { staffId: number }[], looks: Looks) =>
  people.map(({ staffId }) => looks.get(staffId)?.name).filter((name) => name !== undefined);
