"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/trpc/client";
import { cn } from "../class-names";
import { initialsOf } from "./initials";

/** Far enough apart to be told from each other in one lightness; the initials say the same in letters. */
const hues = [195, 55, 300, 135, 20, 255, 90, 335];

export interface StaffLook {
  name: string;
  initials: string;
  /** OKLCH hue. */
  hue: number;
}

/** How each person looks in the calendar, by id. */
export function useStaffLooks(): ReadonlyMap<number, StaffLook> {
  const trpc = useTRPC();
  const { data: staff } = useQuery(trpc.catalog.staff.queryOptions(undefined, { staleTime: 300_000 }));
  return useMemo(() => {
    const initials = initialsOf(staff ?? []);
    return new Map(
      staff?.map(({ id, name }, index) => [
        id,
        { name, initials: initials.get(id) ?? "", hue: hues[index % hues.length] as number },
      ]),
    );
  }, [staff]);
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
