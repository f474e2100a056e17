"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { Slot } from "@/contracts/appointments";
import type { FreeTimesRequest } from "@/contracts/calendar";
import { addDays } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { cn } from "../class-names";
import { QueryErrorState } from "../query-error-state";
import { Time, useTimeText } from "../time";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { useToday } from "./use-address";

interface FreeTimesProps {
  wish: FreeTimesRequest["wish"];
  staffId?: number;
  /** Where to begin looking, never before today. */
  startDate: string;
  chosen?: Slot;
  onChoose: (slot: Slot) => void;
}

/** Seven days, how much is free on each, and the times of the one that is looked at. */
export function FreeTimes({ wish, staffId, startDate, chosen, onChoose }: FreeTimesProps) {
  const t = useTranslations("appointments.freeTimes");
  const format = useFormatter();
  const trpc = useTRPC();
  const today = useToday();
  const notBefore = (date: string) => (date < today ? today : date);
  const [fromDate, setFromDate] = useState(notBefore(startDate));
  const [wishedDate, setWishedDate] = useState<string>();
  const query = useQuery(
    trpc.appointments.freeTimes.queryOptions(
      { wish, staffId, fromDate },
      { placeholderData: keepPreviousData, staleTime: 10_000 },
    ),
  );
  const turnTo = (date: string) => {
    setFromDate(notBefore(date));
    setWishedDate(undefined);
  };
  if (query.isError && !query.data) return <QueryErrorState query={query} />;
  const days = query.data?.days;
  const day =
    days?.find(({ date, slots }) => date === wishedDate && slots.length > 0) ??
    days?.find(({ slots }) => slots.length > 0);
  const plain = (date: string, options: Intl.DateTimeFormatOptions) =>
    format.dateTime(new Date(date), { ...options, timeZone: "UTC" } as { timeZone: string });

  return (
    <div aria-busy={!days || query.isPlaceholderData}>
      <div className="flex items-center justify-between gap-2 pb-2">
        <Button
          size="icon"
          variant="ghost"
          aria-label={t("earlier")}
          disabled={fromDate <= today}
          onClick={() => turnTo(addDays(fromDate, -7))}
        >
          <ChevronLeft />
        </Button>
        <span className="font-medium" aria-live="polite">
          {format.dateTimeRange(new Date(fromDate), new Date(addDays(fromDate, 6)), {
            day: "numeric",
            month: "long",
            timeZone: "UTC",
          })}
        </span>
        <Button
          size="icon"
          variant="ghost"
          aria-label={t("later")}
          onClick={() => turnTo(addDays(fromDate, 7))}
        >
          <ChevronRight />
        </Button>
      </div>
      {!days && <FreeTimesSkeleton />}
      {days && (
        <div className={cn("transition-opacity duration-150", query.isPlaceholderData && "opacity-60")}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
          <div role="group" aria-label={t("days")} className="grid grid-cols-7 gap-1">
            {days.map(({ date, slots }) => (
              <button
                key={date}
                type="button"
                disabled={slots.length === 0}
                aria-pressed={date === day?.date}
                aria-label={t("day", {
                  day: plain(date, { weekday: "long", day: "numeric", month: "long" }),
                  count: slots.length,
                })}
                onClick={() => setWishedDate(date)}
                className={cn(
                  "flex h-14 flex-col items-center justify-center rounded-control text-muted-foreground text-xs transition-colors duration-150",
                  slots.length > 0 && "bg-muted hover:bg-hover",
                  date === day?.date && "bg-primary-soft text-primary-text hover:bg-primary-soft",
                )}
              >
                {plain(date, { weekday: "short" }).replace(".", "")}
                <span
                  className={cn(
                    "text-sm tabular-nums",
                    slots.length > 0 && "font-semibold",
                    date !== day?.date && slots.length > 0 && "text-foreground",
                  )}
                >
                  {Number(date.slice(8))}
                </span>
              </button>
            ))}
          </div>
          {day ? (
            <SlotButtons slots={day.slots} chosen={chosen} onChoose={onChoose} />
          ) : (
            <NothingFree next={query.data?.next} onTurn={turnTo} />
          )}
        </div>
      )}
    </div>
  );
}

function SlotButtons({
  slots,
  chosen,
  onChoose,
}: {
  slots: Slot[];
  chosen?: Slot;
  onChoose: (slot: Slot) => void;
}) {
  const branches = [...new Set(slots.map((slot) => slot.branchName))];
  return branches.map((branch) => (
    <div key={branch} className="pt-4">
      {branches.length > 1 && <h4 className="pb-1.5 text-muted-foreground text-table">{branch}</h4>}
      <ul className="grid grid-cols-4 gap-1.5 md:grid-cols-5">
        {slots
          .filter((slot) => slot.branchName === branch)
          .map((slot) => {
            const active =
              chosen?.start.getTime() === slot.start.getTime() && chosen.branchId === slot.branchId;
            return (
              <li key={slot.start.getTime()}>
                <button
                  type="button"
                  aria-pressed={active}
                  onClick={() => onChoose(slot)}
                  className={cn(
                    "h-11 w-full rounded-control border bg-surface tabular-nums transition-colors duration-150 hover:bg-hover md:h-9",
                    active && "border-primary bg-primary text-primary-foreground hover:bg-primary",
                  )}
                >
                  <Time value={slot.start} timeZone={slot.timeZone} form="clock" />
                </button>
              </li>
            );
          })}
      </ul>
    </div>
  ));
}

interface NothingFreeProps {
  next: (Slot & { date: string }) | null | undefined;
  onTurn: (date: string) => void;
}

function NothingFree({ next, onTurn }: NothingFreeProps) {
  const t = useTranslations("appointments.freeTimes");
  return (
    <div className="flex flex-col items-start gap-3 pt-4">
      <p>{t(next ? "none" : "noneAtAll")}</p>
      {next && <NextFree next={next} onTurn={onTurn} />}
    </div>
  );
}

function NextFree({ next, onTurn }: { next: Slot & { date: string }; onTurn: (date: string) => void }) {
  const t = useTranslations("appointments.freeTimes");
  const time = useTimeText({ value: next.start, timeZone: next.timeZone });
  return <Button onClick={() => onTurn(next.date)}>{t("next", { time })}</Button>;
}

function FreeTimesSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-14 w-full" />
      <Skeleton className="h-9 w-full" />
      <Skeleton className="h-9 w-full" />
    </div>
  );
}
