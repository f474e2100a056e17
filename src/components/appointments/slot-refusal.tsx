"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Slot } from "@/contracts/appointments";
import type { ErrorView } from "@/contracts/errors";
import { holidayName } from "@/lib/holiday-names";
import { Time } from "../time";
import { Button } from "../ui/button";
import { usePageLocale } from "../use-page-locale";
import { useRefusal } from "./use-refusal";

interface Refused {
  data?: { error?: ErrorView } | null;
}

/** Free times that came with a refusal. */
export function alternativesIn(error: Refused): Slot[] {
  const { alternatives } = error.data?.error?.details ?? {};
  return Array.isArray(alternatives) ? (alternatives as Slot[]) : [];
}

interface SlotRefusalProps {
  error: Refused;
  /** Says it more exactly than the error's own words. */
  sentence?: string;
  /** The time that cannot be had, where it stands nowhere else. */
  time?: string;
  /** Where the appointment is now: no alternative to itself. */
  current?: Date;
  onChoose: (slot: Slot) => void;
}

/** Why this time cannot be had, and what is free instead. */
export function SlotRefusal({ error, sentence, time, current, onChoose }: SlotRefusalProps) {
  const t = useTranslations("appointments.refusal");
  const refusal = useRefusal();
  const locale = usePageLocale();
  const alternatives = alternativesIn(error)
    .filter(({ start }) => start.getTime() !== current?.getTime())
    .sort((a, b) => a.start.getTime() - b.start.getTime());
  const reason = sentence ?? refusal(error);
  const label = error.data?.error?.details.label;
  return (
    <div
      role="alert"
      ref={(box) => box?.scrollIntoView({ block: "nearest" })}
      className="flex flex-col gap-2 rounded-control bg-warning-soft px-3 py-2.5"
    >
      <p className="flex gap-2 text-warning-text">
        <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        <span>
          {time ? t("at", { time, reason }) : reason}
          {typeof label === "string" && ` (${holidayName(label, locale)})`}
        </span>
      </p>
      {alternatives.length > 0 && (
        <>
          <p className="text-warning-text">{t("alternatives")}</p>
          <div className="flex flex-wrap gap-2">
            {alternatives.map((slot) => (
              <Button key={slot.start.getTime()} size="small" onClick={() => onChoose(slot)}>
                <Time value={slot.start} timeZone={slot.timeZone} className="tabular-nums" />
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
