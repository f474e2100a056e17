import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";

const timeZone = "UTC";

/** Calendar days "YYYY-MM-DD" as this house writes them: "Do 24. Dez", with the year where it is another. */
export function useDayText() {
  const format = useFormatter();
  const t = useTranslations("common.time");
  return useCallback(
    (date: string) => {
      const value = new Date(`${date}T12:00:00Z`);
      const text = t("day", {
        weekday: format.dateTime(value, { weekday: "short", timeZone }).replace(".", ""),
        day: format.dateTime(value, { day: "numeric", timeZone }).replace(".", ""),
        month: format.dateTime(value, { month: "short", timeZone }).replace(".", ""),
      });
      const year = date.slice(0, 4);
      return year === String(new Date().getFullYear()) ? text : `${text} ${year}`;
    },
    [format, t],
  );
}
