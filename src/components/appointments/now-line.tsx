"use client";

import { useNow } from "next-intl";
import { wallTimeOf } from "@/lib/plain-date";

interface NowLineProps {
  date: string;
  timeZone: string;
  hours: { from: number; to: number };
}

/** Where the day stands. In ink, not in colour: it is a fact, not something to do. */
export function NowLine({ date, timeZone, hours }: NowLineProps) {
  const now = useNow({ updateInterval: 30_000 });
  const wall = wallTimeOf(now, timeZone);
  if (wall.date !== date || wall.minute < hours.from * 60 || wall.minute > hours.to * 60) return null;
  return (
    <div
      aria-hidden="true"
      suppressHydrationWarning
      className="pointer-events-none absolute inset-x-0 z-10 h-px bg-foreground before:absolute before:-top-[3px] before:-left-[3px] before:size-[7px] before:rounded-full before:bg-foreground"
      style={{ top: `calc(var(--hour) * ${(wall.minute - hours.from * 60) / 60})` }}
    />
  );
}
