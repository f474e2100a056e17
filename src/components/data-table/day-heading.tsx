import { useTranslations } from "next-intl";
import { addDays, wallTimeOf } from "@/lib/plain-date";
import { cn } from "../class-names";
import { Time } from "../time";

export interface Moment {
  value: Date;
  timeZone: string;
}

/** The day on the wall where it happened, "YYYY-MM-DD". */
export const dayOn = ({ value, timeZone }: Moment) => wallTimeOf(value, timeZone).date;

/** Where another day begins in a list that goes by time. */
export function DayHeading({ at, className }: { at: Moment; className?: string }) {
  const t = useTranslations("common.time");
  const today = dayOn({ ...at, value: new Date() });
  const day = dayOn(at);
  return (
    <h2 className={cn("text-muted-foreground text-table", className)} suppressHydrationWarning>
      {day === today ? (
        t("today")
      ) : day === addDays(today, -1) ? (
        t("yesterday")
      ) : (
        <Time value={at.value} timeZone={at.timeZone} form="day" />
      )}
    </h2>
  );
}
