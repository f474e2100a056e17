"use client";

import { Plus } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { clockOf } from "@/lib/clock-minutes";
import { wallTimeOf } from "@/lib/plain-date";

interface EmptySpotProps {
  date: string;
  timeZone: string;
  hours: { from: number; to: number };
  stepMinutes: number;
  /** Where it begins for who comes by keyboard, in minutes since midnight. */
  firstMinute: number;
  /** Whose column and which day, to be read aloud. */
  column: string;
  onBook: (minute: number) => void;
}

/** Tall enough to be read and hit, whatever the step. */
const shownMinutes = 30;

/**
 * The way from an empty place to a new appointment: follows the mouse, stands where a finger tapped, and is moved by
 * Up and Down once it has the focus. Slips lie above it.
 */
export function EmptySpot({
  date,
  timeZone,
  hours,
  stepMinutes,
  firstMinute,
  column,
  onBook,
}: EmptySpotProps) {
  const t = useTranslations("appointments.emptySpot");
  const now = useNow({ updateInterval: 60_000 });
  const button = useRef<HTMLButtonElement>(null);
  const wall = wallTimeOf(now, timeZone);
  const begin = hours.from * 60;
  const earliest = wall.date === date ? Math.ceil(wall.minute / stepMinutes) * stepMinutes : begin;
  const latest = hours.to * 60 - stepMinutes;
  const [wished, goTo] = useState(firstMinute);
  const minute = Math.min(Math.max(wished, earliest, begin), latest);
  const follow = ({ clientY, currentTarget }: { clientY: number; currentTarget: Element }) => {
    const { top, height } = currentTarget.getBoundingClientRect();
    const under = begin + ((clientY - top) / height) * (hours.to - hours.from) * 60;
    goTo(Math.floor(under / stepMinutes) * stepMinutes);
  };
  const step = (event: KeyboardEvent) => {
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!direction || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(minute + direction * stepMinutes);
  };
  if (date < wall.date || earliest > latest) return null;
  const time = clockOf(minute);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what the mouse and the finger do here, the button does by keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      className="group/spot absolute inset-0"
      onPointerMove={(event: PointerEvent) => event.pointerType === "mouse" && follow(event)}
      onClick={(event) => {
        if (event.target !== event.currentTarget) return;
        follow(event);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        data-spot=""
        aria-label={t("label", { time, column })}
        onKeyDown={step}
        onClick={() => onBook(minute)}
        className="absolute inset-x-px flex items-start gap-1 rounded-[5px] border border-primary border-dashed bg-surface px-1 text-left text-primary-text text-xs leading-5 tabular-nums opacity-0 focus:opacity-100 group-hover/spot:opacity-100"
        style={{
          top: `calc(var(--hour) * ${(minute - begin) / 60})`,
          height: `calc(var(--hour) * ${shownMinutes / 60})`,
        }}
      >
        <Plus aria-hidden="true" className="mt-1 size-3 shrink-0" />
        {time}
      </button>
    </div>
  );
}
