"use client";

import { useTranslations } from "next-intl";
import {
  type CSSProperties,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type TouchEvent,
  useRef,
} from "react";
import { cn } from "../class-names";
import { walkSlips } from "./walk-slips";

interface CalendarGridProps {
  label: string;
  hours: { from: number; to: number };
  /** Columns on the desk, narrow where there is nothing to see; the phone shows one. */
  columns: readonly ("wide" | "narrow")[];
  busy?: boolean;
  className?: string;
  handlers?: Pick<HTMLAttributes<HTMLElement>, "onPointerDown" | "onClickCapture">;
  /** Says whether the key was meant for a change; others walk from slip to slip. */
  takeKey: (event: KeyboardEvent<HTMLElement>) => boolean;
  onSwipe: (days: 1 | -1) => void;
  children: ReactNode;
}

const swipePixels = 60;
const widths = { wide: "minmax(var(--least,0),1fr)", narrow: "minmax(4.5rem,0.4fr)" };
/** More columns than a desk's screen has room for scroll beside their hours. */
const mostOnScreen = 16;

/** The hours at the left, and room for columns that each span the row of headings and the row of hours. */
export function CalendarGrid(props: CalendarGridProps) {
  const { label, hours, columns, busy, className, handlers, takeKey, onSwipe, children } = props;
  const t = useTranslations("appointments");
  const touch = useRef<{ x: number; y: number } | null>(null);
  const marks = Array.from({ length: hours.to - hours.from }, (_, index) => hours.from + index);

  const begin = ({ touches }: TouchEvent) => {
    const first = touches.item(0);
    touch.current = first && touches.length === 1 ? { x: first.clientX, y: first.clientY } : null;
  };
  const end = ({ changedTouches }: TouchEvent) => {
    const last = changedTouches.item(0);
    const start = touch.current;
    touch.current = null;
    if (!start || !last) return;
    const [dx, dy] = [last.clientX - start.x, last.clientY - start.y];
    if (Math.abs(dx) > swipePixels && Math.abs(dx) > 2 * Math.abs(dy)) onSwipe(dx < 0 ? 1 : -1);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      aria-label={label}
      aria-busy={busy}
      {...handlers}
      onKeyDown={(event) => {
        if (!takeKey(event)) walkSlips(event);
      }}
      onTouchStart={begin}
      onTouchEnd={end}
      style={{ "--columns": columns.map((column) => widths[column]).join(" ") } as CSSProperties}
      className={cn(
        "-mx-4 grid [--hour:4.5rem] md:[--hour:4.25rem] touch-pan-y grid-cols-[3.25rem_minmax(0,1fr)] grid-rows-[auto_auto] border-b transition-opacity duration-150 md:mx-0 md:border-r md:grid-cols-[3rem_var(--columns)]",
        busy && "opacity-60",
        columns.length > mostOnScreen && "md:max-h-[calc(100dvh-8rem)] md:overflow-auto md:[--least:4.5rem]",
        className,
      )}
    >
      <div
        aria-hidden="true"
        className="row-span-2 grid grid-rows-subgrid md:sticky md:left-0 md:z-30 md:bg-background"
      >
        <div className="sticky top-14 z-20 border-b bg-background md:top-0" />
        <div className="relative" style={{ height: `calc(var(--hour) * ${hours.to - hours.from})` }}>
          {marks.slice(1).map((hour) => (
            <span
              key={hour}
              className="absolute right-2 -translate-y-1/2 text-muted-foreground text-xs tabular-nums"
              style={{ top: `calc(var(--hour) * ${hour - hours.from})` }}
            >
              {t("hour", { hour: String(hour).padStart(2, "0") })}
            </span>
          ))}
        </div>
      </div>
      {children}
    </div>
  );
}
