"use client";

import { useNow } from "next-intl";
import { cn } from "./class-names";
import { formatDuration } from "./duration";

/** How long something has been going on, counted by the second. */
export function RunningDuration({ since, className }: { since: Date; className?: string }) {
  const now = useNow({ updateInterval: 1_000 });
  return (
    <span className={cn("tabular-nums", className)} suppressHydrationWarning>
      {formatDuration((now.getTime() - since.getTime()) / 1_000)}
    </span>
  );
}
