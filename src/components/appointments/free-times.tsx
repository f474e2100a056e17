"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { Slot } from "@/contracts/appointments";
import type { TimeWish } from "@/contracts/calendar";
import { addDays } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { cn } from "../class-names";
import { QueryErrorState } from "../query-error-state";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { type FreeDay, FreeDays } from "./free-days";
import { NothingThatDay, NothingThatWeek } from "./nothing-free";
import { OtherTime } from "./other-time";
import { SlotButtons } from "./slot-buttons";
import { useToday } from "./use-address";
import { useWholeDayText } from "./use-whole-day-text";

interface FreeTimesProps {
  wish: TimeWish["wish"];
  staffId: number | undefined;
  branchId: number | undefined;
  /** The first of the seven days, never before today. */
  startDate: string;
  /** Where to look first, if anything is free then. */
  nearDate: string;
  chosen?: Slot;
  onChoose: (slot: Slot) => void;
}

/** Seven days, how much is free on each, and the times of the one that is looked at, or why it has none. */
export function FreeTimes({
  wish,
  staffId,
  branchId,
  startDate,
  nearDate,
  chosen,
  onChoose,
}: FreeTimesProps) {
  const trpc = useTRPC();
  const today = useToday();
  const notBefore = (date: string) => (date < today ? today : date);
  const [fromDate, setFromDate] = useState(notBefore(startDate));
  const [openDate, setOpenDate] = useState<string>();
  const query = useQuery(
    trpc.appointments.freeTimes.queryOptions(
      { wish, staffId, branchId, fromDate },
      { placeholderData: keepPreviousData, staleTime: 10_000 },
    ),
  );
  const turnTo = (date: string) => {
    setFromDate(notBefore(date));
    setOpenDate(undefined);
  };
  if (query.isError && !query.data) return <QueryErrorState query={query} />;
  const days = query.data?.days;
  const day = days && (days.find(({ date }) => date === openDate) ?? firstFree(days, nearDate));
  const passedOver = days?.find(
    ({ date }) => openDate === undefined && date === nearDate && date !== day?.date,
  );

  return (
    <div aria-busy={!days || query.isPlaceholderData}>
      <Week fromDate={fromDate} isFirst={fromDate <= today} onTurn={turnTo} />
      {!days && <FreeTimesSkeleton />}
      {days && (
        <div className={cn("transition-opacity duration-150", query.isPlaceholderData && "opacity-60")}>
          <FreeDays days={days} shown={day?.date} onOpen={setOpenDate} />
          {!day && <NothingThatWeek days={days} staffId={staffId} next={query.data?.next} onTurn={turnTo} />}
          {day && passedOver && <NothingThatDay day={passedOver} staffId={staffId} />}
          {day?.empty && <NothingThatDay day={day} staffId={staffId} />}
          {day && day.slots.length > 0 && <DayName date={day.date} />}
          {day && (
            <SlotButtons slots={day.slots} withStaff={staffId === undefined} {...{ chosen, onChoose }} />
          )}
          {day && mayHaveRoom(day) && (
            <OtherTime
              key={[day.date, staffId, branchId].join()}
              at={{ wish, staffId, branchId, date: day.date }}
              onChoose={onChoose}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** Whose times stand below. */
function DayName({ date }: { date: string }) {
  const dayText = useWholeDayText();
  return <p className="pt-4 font-medium">{dayText(date)}</p>;
}

/** The day one would like, or the next one after it, or any. */
function firstFree(days: readonly FreeDay[], nearDate: string): FreeDay | undefined {
  const free = days.filter(({ slots }) => slots.length > 0);
  return free.find(({ date }) => date >= nearDate) ?? free[0];
}

/** Between the times of the list there may be others; on a closed day there are none. */
const mayHaveRoom = ({ empty }: FreeDay) => empty === null || empty.reason === "taken";

interface WeekProps {
  fromDate: string;
  isFirst: boolean;
  onTurn: (date: string) => void;
}

function Week({ fromDate, isFirst, onTurn }: WeekProps) {
  const t = useTranslations("appointments.freeTimes");
  const format = useFormatter();
  return (
    <div className="flex items-center justify-between gap-2 pb-2">
      <Button
        size="icon"
        variant="ghost"
        aria-label={t("earlier")}
        disabled={isFirst}
        onClick={() => onTurn(addDays(fromDate, -7))}
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
        onClick={() => onTurn(addDays(fromDate, 7))}
      >
        <ChevronRight />
      </Button>
    </div>
  );
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
