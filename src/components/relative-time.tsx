"use client";

import { useFormatter, useNow } from "next-intl";
import { Time } from "./time";

const hour = 3_600_000;

/** "in 12 Min." or "vor 12 Min." within the hour, "Di 24. Nov, 14:30" beyond it. */
export function RelativeTime({
  value,
  timeZone,
  className,
}: {
  value: Date;
  timeZone: string;
  className?: string;
}) {
  const format = useFormatter();
  const now = useNow({ updateInterval: 20_000 });
  if (Math.abs(value.getTime() - now.getTime()) >= hour)
    return <Time value={value} timeZone={timeZone} className={className} />;
  return (
    <time dateTime={value.toISOString()} className={className} suppressHydrationWarning>
      {format.relativeTime(value, { now, style: "short" })}
    </time>
  );
}
