"use client";

import { useFormatter, useTranslations } from "next-intl";

/** "1.–22. Nov." of two days "YYYY-MM-DD", either of which may be open; undefined where both are. */
export function useDaysText(from: string | null, to: string | null): string | undefined {
  const t = useTranslations("calls.filter");
  const format = useFormatter();
  const short = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  if (from && to) return format.dateTimeRange(new Date(from), new Date(to), short);
  if (from) return t("since", { date: format.dateTime(new Date(from), short) });
  return to ? t("until", { date: format.dateTime(new Date(to), short) }) : undefined;
}
