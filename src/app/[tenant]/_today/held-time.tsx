import { CalendarClock } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { formatDuration } from "@/components/duration";
import { useTimeText } from "@/components/time";

interface HeldTimeProps {
  held: { serviceName: string; staffName: string; startTime: Date; until: Date };
  /** IANA zone of the branch that was called. */
  timeZone: string;
}

/** The time that nobody else is offered while this caller makes up their mind, with what is left of it. */
export function HeldTime({ held, timeZone }: HeldTimeProps) {
  const t = useTranslations("today.running");
  const now = useNow({ updateInterval: 1_000 });
  const time = useTimeText({ value: held.startTime, timeZone });
  const left = (held.until.getTime() - now.getTime()) / 1_000;
  if (left <= 0) return null;
  return (
    <span className="flex items-start gap-2 text-table">
      <CalendarClock className="mt-0.5 size-4 shrink-0 text-primary-text" aria-hidden="true" />
      <span className="min-w-0">
        <span className="font-medium">{t("held", { time })}</span>
        <span className="text-muted-foreground">
          {" "}
          {held.serviceName}, {held.staffName}
        </span>
      </span>
      <span
        aria-live="off"
        className="ml-auto shrink-0 text-muted-foreground tabular-nums"
        suppressHydrationWarning
      >
        {t("left", { time: formatDuration(left) })}
      </span>
    </span>
  );
}
