"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { type CallOutcome, missedOutcomes, outcomesWithoutAppointment } from "@/contracts/calls";
import { wallTimeOf } from "@/lib/plain-date";
import { useBusiness } from "../business-context";
import { cn } from "../class-names";
import { SearchField } from "../search-field";
import { Button } from "../ui/button";
import { type FilterAddress, isFiltered } from "./address";
import { MoreFilters } from "./more-filters";
import { useDaysText } from "./use-days-text";
import { useNarrowedText } from "./use-narrowed-text";

interface CallFiltersProps {
  address: FilterAddress;
  change: (patch: Partial<FilterAddress>) => void;
}

export const noFilter: FilterAddress = {
  search: null,
  callback: null,
  outcome: null,
  day: null,
  from: null,
  to: null,
  customer: null,
  branch: null,
  agent: null,
  mark: null,
  weekday: null,
  hour: null,
};

/** The questions that are asked every day, one touch each; the rest behind "Filter". */
export function CallFilters({ address, change }: CallFiltersProps) {
  const t = useTranslations("calls.filter");
  const terms = useTranslations("terms.outcome");
  const { timeZone } = useBusiness();
  const today = wallTimeOf(new Date(), timeZone).date;
  const isToday = address.day === "today" || (address.from === today && address.to === today);
  const search = useCallback((text: string) => change({ search: text || null }), [change]);
  const shows = (outcomes: readonly CallOutcome[]) =>
    address.outcome?.length === outcomes.length &&
    outcomes.every((outcome) => address.outcome?.includes(outcome));
  const toggle = (outcomes: readonly CallOutcome[]) =>
    change({ outcome: shows(outcomes) ? null : [...outcomes] });
  const chipOutcomes = [missedOutcomes, outcomesWithoutAppointment];
  const days = useDaysText(address.from, address.to);
  const hidden = [
    address.outcome &&
      !chipOutcomes.some(shows) &&
      address.outcome.map((outcome) => terms(outcome)).join(", "),
    !isToday && days,
    ...useNarrowedText(address),
  ].filter((part) => typeof part === "string");
  return (
    <div className="flex flex-col gap-3 pb-4 lg:flex-row lg:items-center">
      <SearchField
        label={t("search")}
        value={address.search ?? ""}
        onChange={search}
        className="lg:w-64 lg:shrink-0"
      />
      <fieldset
        className={cn(
          "-mx-4 flex min-w-0 items-center gap-2 px-4 py-1 md:mx-0 md:px-1",
          // What the list is narrowed to never stands beside a narrow screen.
          hidden.length > 0 ? "flex-wrap" : "overflow-x-auto",
        )}
      >
        <legend className="sr-only">{t("quick")}</legend>
        <Chip
          pressed={isToday}
          onClick={() => change({ day: isToday ? null : "today", from: null, to: null })}
        >
          {t("today")}
        </Chip>
        <Chip pressed={shows(missedOutcomes)} hint={t("missedHint")} onClick={() => toggle(missedOutcomes)}>
          {t("missed")}
        </Chip>
        <Chip pressed={shows(outcomesWithoutAppointment)} onClick={() => toggle(outcomesWithoutAppointment)}>
          {t("withoutAppointment")}
        </Chip>
        <Chip
          pressed={address.callback === "open"}
          onClick={() => change({ callback: address.callback ? null : "open" })}
        >
          {t("callbackOpen")}
        </Chip>
        <MoreFilters address={address} change={change} summary={hidden.join(" · ")} />
        {isFiltered(address) && (
          <Button
            size="small"
            variant="ghost"
            onClick={() => change(noFilter)}
            className="text-muted-foreground"
          >
            <X />
            {t("clear")}
          </Button>
        )}
      </fieldset>
    </div>
  );
}

interface ChipProps {
  pressed: boolean;
  /** What exactly it finds, where its word leaves that open. */
  hint?: string;
  onClick: () => void;
  children: string;
}

function Chip({ pressed, hint, onClick, children }: ChipProps) {
  return (
    <Button
      size="small"
      aria-pressed={pressed}
      title={hint}
      onClick={onClick}
      className={cn(
        "rounded-full md:px-3",
        pressed && "border-primary bg-primary-soft text-primary-text hover:bg-primary-soft",
      )}
    >
      {children}
    </Button>
  );
}
