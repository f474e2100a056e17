import { useTranslations } from "next-intl";
import { holidayName } from "@/lib/holiday-names";
import { usePageLocale } from "../use-page-locale";
import type { Branch } from "./outputs";

/** What else is entered for a day of the branch, and which of the two counts; undefined where there is nothing. */
export function useDayConflict(branch: Branch) {
  const t = useTranslations("team.branch.special");
  const locale = usePageLocale();
  return (day: string): string | undefined => {
    const closure = branch.closures.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
    if (closure) return t("closed", { reason: closure.reason ?? t("noReason") });
    const holiday = branch.holidays.find((candidate) => candidate.day === day);
    return holiday && t("holiday", { name: holidayName(holiday.name, locale) });
  };
}
