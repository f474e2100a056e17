"use client";

import { useTranslations } from "next-intl";
import type { Slot } from "@/contracts/appointments";
import { holidayName } from "@/lib/holiday-names";
import { weekdayOf } from "@/lib/plain-date";
import { useTimeText } from "../time";
import { Button } from "../ui/button";
import { usePageLocale } from "../use-page-locale";
import { useWeekdays } from "../weekdays";
import type { FreeDay } from "./free-days";
import { useStaffLooks } from "./staff-mark";
import { useWholeDayText } from "./use-whole-day-text";

/** "Donnerstag, 26. November: Ausgebucht" */
export function NothingThatDay({ day, staffId }: { day: FreeDay; staffId: number | undefined }) {
  const t = useTranslations("appointments.freeTimes");
  const why = useWhy(staffId);
  const dayText = useWholeDayText();
  return (
    <p role="status" className="pt-4">
      {t("emptyDay", { day: dayText(day.date), reason: why(day.empty) })}
    </p>
  );
}

interface NothingThatWeekProps {
  days: readonly FreeDay[];
  staffId: number | undefined;
  next: (Slot & { date: string }) | null | undefined;
  onTurn: (date: string) => void;
}

/** Why there is nothing on any of the days, and where there is. */
export function NothingThatWeek({ days, staffId, next, onTurn }: NothingThatWeekProps) {
  const t = useTranslations("appointments.freeTimes");
  const { several } = useWeekdays();
  const why = useWhy(staffId);
  const reasons = [...new Set(days.map(({ empty }) => why(empty)))];
  return (
    <div role="status" className="flex flex-col items-start gap-3 pt-4">
      <p>{t(next ? "none" : "noneAtAll")}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {reasons.map((reason) => (
          <div key={reason} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted-foreground">
              {several(days.flatMap(({ date, empty }) => (why(empty) === reason ? [weekdayOf(date)] : [])))}
            </dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
      {next && <NextFree next={next} onTurn={onTurn} />}
    </div>
  );
}

/** Names the person one asked for. */
function useWhy(staffId: number | undefined) {
  const t = useTranslations("appointments.freeTimes");
  const locale = usePageLocale();
  const looks = useStaffLooks();
  const name = staffId === undefined ? undefined : looks.get(staffId)?.name;
  return (empty: FreeDay["empty"]) => {
    const { reason, label } = empty ?? { reason: "taken" as const, label: undefined };
    const said = t(`why.${reason}`, { known: name ? "yes" : "no", name: name ?? "" });
    return label ? t("whyNamed", { reason: said, label: holidayName(label, locale) }) : said;
  };
}

function NextFree({ next, onTurn }: { next: Slot & { date: string }; onTurn: (date: string) => void }) {
  const t = useTranslations("appointments.freeTimes");
  const time = useTimeText({ value: next.start, timeZone: next.timeZone });
  return <Button onClick={() => onTurn(next.date)}>{t("next", { time })}</Button>;
}
