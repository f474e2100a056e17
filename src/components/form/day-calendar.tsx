"use client";

import { ChevronDown, ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChevronProps, DayPicker } from "react-day-picker";
import { de } from "react-day-picker/locale/de";
import { enGB } from "react-day-picker/locale/en-GB";
import { isPlainDate } from "@/lib/plain-date";
import { Button } from "../ui/button";
import { usePageLocale } from "../use-page-locale";
import type { DayEntry } from "./use-day-entry";

interface DayCalendarProps {
  entry: DayEntry;
  clearable?: boolean;
  /** Of YYYY-MM-DD, or of nothing. */
  onPick: (day: string) => void;
}

const locales = { de, en: enGB };
const reach = 10;

/** A month to pick a day from, weeks from Monday; takes the focus, and every key that a calendar knows. */
export function DayCalendar({ entry, clearable, onPick }: DayCalendarProps) {
  const t = useTranslations("form.day");
  const locale = usePageLocale();
  const { value, today, min, max, expects } = entry;
  const chosen = isPlainDate(value) ? value : undefined;
  const [, nearest = today] = [min, today, max].sort();
  const shown = chosen ?? nearest;
  const [first, last] = expects === "birth" ? [min, max] : yearsAround(shown, min, max);
  const offersToday = expects !== "birth" && min <= today && today <= max;
  const clears = clearable && value !== "";
  return (
    <>
      <DayPicker
        mode="single"
        autoFocus
        fixedWeeks
        showOutsideDays
        locale={locales[locale]}
        weekStartsOn={1}
        captionLayout="dropdown"
        reverseYears={expects === "birth"}
        navLayout="around"
        today={dateOf(today)}
        selected={chosen ? dateOf(chosen) : undefined}
        defaultMonth={dateOf(shown)}
        startMonth={dateOf(first)}
        endMonth={dateOf(last)}
        disabled={{ before: dateOf(min), after: dateOf(max) }}
        onSelect={(_, day) => onPick(plainDateOf(day))}
        components={{ Chevron }}
        classNames={classes}
      />
      {(offersToday || clears) && (
        <div className="flex pt-2">
          {offersToday && (
            <Button variant="ghost" size="small" onClick={() => onPick(today)}>
              {t("today")}
            </Button>
          )}
          {clears && (
            <Button variant="ghost" size="small" className="ml-auto" onClick={() => onPick("")}>
              {t("clear")}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

const day = "size-11 md:size-9 pointer-coarse:size-11";
const turn =
  "flex items-center justify-center rounded-control text-muted-foreground hover:bg-hover hover:text-foreground aria-disabled:opacity-40";
const classes = {
  month: "grid grid-cols-[auto_1fr_auto] items-center gap-x-1 gap-y-2",
  button_previous: `${day} ${turn}`,
  button_next: `${day} ${turn}`,
  dropdowns: "flex justify-center gap-1",
  dropdown_root:
    "relative flex h-11 items-center rounded-control px-2 outline-offset-2 outline-primary hover:bg-hover has-focus-visible:outline-2 md:h-9",
  dropdown: "absolute inset-0 cursor-pointer opacity-0",
  caption_label: "flex items-center gap-1 font-medium",
  month_grid: "col-span-3 border-collapse",
  weekday: "h-7 text-center font-normal text-muted-foreground text-xs",
  day: "group p-0 text-center",
  day_button: `${day} rounded-control tabular-nums hover:bg-hover disabled:opacity-40 disabled:hover:bg-transparent group-data-outside:text-muted-foreground group-data-today:font-semibold group-not-data-selected:group-data-today:text-primary-text group-data-selected:bg-primary group-data-selected:text-primary-foreground`,
};

const chevrons = { left: ChevronLeft, right: ChevronRight, down: ChevronDown, up: ChevronDown };

function Chevron({ orientation = "down" }: ChevronProps) {
  const Icon = chevrons[orientation];
  return <Icon className="size-4" aria-hidden="true" />;
}

/** What the list of years offers; any other year can be typed. */
function yearsAround(day: string, min: string, max: string): [string, string] {
  const year = Number(day.slice(0, 4));
  const [first, last] = [`${year - reach}-01-01`, `${year + reach}-12-31`];
  return [first < min ? min : first, last > max ? max : last];
}

const dateOf = (day: string) => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
};

const plainDateOf = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
