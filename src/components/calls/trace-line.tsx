"use client";

import {
  CalendarCheck,
  CalendarSync,
  CalendarX,
  CircleCheck,
  CircleX,
  Clock,
  Hourglass,
  Lock,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Duration } from "../duration";
import { StatusMark } from "../status-mark";
import { Time } from "../time";
import type { BadgeTone } from "../ui/badge";
import type { Trace } from "./lay-transcript";

const marks: Record<Trace["kind"], { icon: LucideIcon; tone: BadgeTone }> = {
  offered: { icon: Clock, tone: "neutral" },
  held: { icon: Lock, tone: "primary" },
  agreed: { icon: CircleCheck, tone: "success" },
  declined: { icon: CircleX, tone: "neutral" },
  requested: { icon: Hourglass, tone: "warning" },
  booked: { icon: CalendarCheck, tone: "success" },
  moved: { icon: CalendarSync, tone: "info" },
  cancelled: { icon: CalendarX, tone: "neutral" },
};

/** One step from a free time to an appointment, at its second: the way that our own rows show. */
export function TraceLine({ trace, language }: { trace: Trace; language: string | undefined }) {
  const t = useTranslations("calls.transcript");
  const common = useTranslations("common");
  const { icon, tone } = marks[trace.kind];
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-muted-foreground text-table">
      <StatusMark icon={icon} tone={tone} className="font-medium text-foreground">
        {t(`trace.${trace.kind}`)}
      </StatusMark>
      {trace.starts.map((start) => (
        <Time key={start.getTime()} value={start} timeZone={trace.timeZone} className="tabular-nums" />
      ))}
      {trace.utterance && (
        <span lang={language} className="break-words">
          {common("quote", { text: trace.utterance })}
        </span>
      )}
      <span className="text-xs">
        <Duration seconds={trace.atMs / 1_000} />
      </span>
    </p>
  );
}
