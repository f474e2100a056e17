"use client";

import { useTranslations } from "next-intl";
import { clockOf } from "@/lib/clock-minutes";
import { cn } from "../../class-names";
import { shortestSlipMinutes } from "../layout-slips";
import { hueStyle, type StaffLook } from "../staff-mark";
import type { Plan } from "./plan";

interface PlannedSlipProps {
  plan: Plan;
  look: StaffLook | undefined;
  /** The server decides. */
  pending: boolean;
  fromMinute: number;
}

/** Where the appointment will stand: an outline while one chooses, hatched until the server agreed. */
export function PlannedSlip({ plan, look, pending, fromMinute }: PlannedSlipProps) {
  const t = useTranslations("appointments");
  const { item, startMinute, endMinute } = plan;
  const minutes = Math.max(Math.min(endMinute, 24 * 60) - startMinute, shortestSlipMinutes);
  return (
    <div
      aria-hidden="true"
      data-planned={item.id}
      className={cn(
        "pointer-events-none absolute inset-x-px z-20 overflow-hidden rounded-[5px] border-2 border-primary border-dashed px-1.5 py-px text-xs leading-[0.9375rem] shadow-float",
        "bg-[oklch(0.94_calc(0.028*var(--chroma))_var(--hue))] text-foreground dark:bg-[oklch(0.325_calc(0.04*var(--chroma))_var(--hue))]",
        pending && "motion-safe:animate-pulse",
      )}
      style={{
        ...hueStyle(look),
        top: `calc(var(--hour) * ${(startMinute - fromMinute) / 60} + 1px)`,
        height: `calc(var(--hour) * ${minutes / 60} - 2px)`,
      }}
    >
      <span className="flex gap-1.5 whitespace-nowrap font-medium tabular-nums">
        {t("replan.time", { from: clockOf(startMinute), until: clockOf(endMinute) })}
        <span className="min-w-0 truncate">{item.name ?? t("unnamed")}</span>
      </span>
      {pending && <span className="block truncate">{t("replan.submitting")}</span>}
    </div>
  );
}
