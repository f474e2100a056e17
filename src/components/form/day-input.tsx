"use client";

import { CalendarDays } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useId, useRef, useState } from "react";
import { cn } from "../class-names";
import { Input } from "../ui/input";
import { placePopover } from "../ui/place-popover";
import { Skeleton } from "../ui/skeleton";
import type { DayEntry } from "./use-day-entry";

const loadCalendar = () => import("./day-calendar").then((module) => module.DayCalendar);
const DayCalendar = dynamic(loadCalendar, {
  loading: () => <Skeleton className="h-99 w-77 md:h-82 md:w-63" />,
});

/** In pixels, for a mouse and for fingers. */
const calendarSize = () =>
  matchMedia("(width >= 48rem) and (not (pointer: coarse))").matches
    ? { width: 278, height: 354 }
    : { width: 334, height: 422 };

export interface DayInputProps
  extends Omit<ComponentProps<"input">, "value" | "onChange" | "onBlur" | "min" | "max" | "type"> {
  entry: DayEntry;
  /** Of the field, for those who hear only the button. */
  label: string;
  /** The day may be left open. */
  clearable?: boolean;
  onBlur?: () => void;
}

/**
 * A day, typed or picked, as dd.MM.yyyy in every browser. Phones get the same field: their own picker would follow the
 * language of the device, and a birthdate is typed faster than it is turned to.
 */
export function DayInput({ entry, label, clearable, className, onBlur, ...props }: DayInputProps) {
  const t = useTranslations("form.day");
  const id = useId();
  const field = useRef<HTMLSpanElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useOwnEscape(open);
  const pick = (day: string) => {
    entry.enter(day);
    panel.current?.hidePopover();
  };
  const describedBy = [props["aria-describedby"], `${id}-format`].filter(Boolean).join(" ");
  return (
    <span ref={field} className={cn("relative block", className)}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        placeholder={t("pattern")}
        {...props}
        aria-describedby={describedBy}
        aria-invalid={entry.problem ? true : props["aria-invalid"]}
        value={entry.text}
        onChange={(event) => entry.type(event.target.value)}
        onBlur={() => {
          entry.settle();
          onBlur?.();
        }}
        onKeyDown={(event) => event.key === "Enter" && entry.settle()}
        className="pr-11 tabular-nums md:pr-9"
      />
      <span id={`${id}-format`} hidden>
        {t("format")}
      </span>
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-label={t("open", { label })}
        aria-expanded={open}
        onPointerEnter={loadCalendar}
        onFocus={loadCalendar}
        className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-control text-muted-foreground hover:text-foreground md:w-9"
      >
        <CalendarDays className="size-4" aria-hidden="true" />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t("calendar", { label })}
        onBeforeToggle={(event) =>
          event.newState === "open" && placePopover(event.currentTarget, field.current, calendarSize())
        }
        onToggle={(event) => setOpen(event.newState === "open")}
        className="fixed m-0 w-max max-w-[calc(100vw-1rem)] overflow-y-auto rounded-surface border bg-surface p-3 text-foreground shadow-float"
      >
        {open && <DayCalendar entry={entry} clearable={clearable} onPick={pick} />}
      </div>
    </span>
  );
}

/** Escape closes the calendar and not the sheet below it, which listens at the document. */
function useOwnEscape(open: boolean) {
  useEffect(() => {
    if (!open) return;
    const keep = (event: KeyboardEvent) => event.key === "Escape" && event.stopPropagation();
    addEventListener("keydown", keep, { capture: true });
    return () => removeEventListener("keydown", keep, { capture: true });
  }, [open]);
}
