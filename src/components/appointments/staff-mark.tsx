"use client";

import { useMemo } from "react";
import { cn } from "../class-names";
import { initialsOf } from "./initials";
import { useTeam } from "./use-team";

/** Of each colour of a team; far enough apart in one lightness, and the initials say the same in letters. */
const hues = [195, 55, 300, 135, 20, 255, 90, 335];

export interface StaffLook {
  name: string;
  initials: string;
  /** OKLCH hue. */
  hue: number;
}

/** How each person looks in the calendar, by id. */
export function useStaffLooks(): ReadonlyMap<number, StaffLook> {
  const team = useTeam();
  return useMemo(() => {
    const initials = initialsOf(team);
    return new Map(
      team.map(({ id, name, color }) => [
        id,
        { name, initials: initials.get(id) ?? "", hue: hues[color] as number },
      ]),
    );
  }, [team]);
}

export const hueStyle = (look: StaffLook | undefined) =>
  ({ "--hue": look?.hue ?? 85, "--chroma": look ? 1 : 0.15 }) as React.CSSProperties;

/** Initials on the person's colour; decoration beside a name. */
export function StaffMark({ look, className }: { look: StaffLook | undefined; className?: string }) {
  if (!look) return null;
  return (
    <span
      aria-hidden="true"
      style={hueStyle(look)}
      className={cn(
        "inline-flex h-5 min-w-6 shrink-0 items-center justify-center rounded-[5px] px-1 font-medium text-[0.6875rem] text-foreground leading-none",
        "bg-[oklch(0.9_calc(0.055*var(--chroma))_var(--hue))] dark:bg-[oklch(0.38_calc(0.06*var(--chroma))_var(--hue))]",
        className,
      )}
    >
      {look.initials}
    </span>
  );
}
