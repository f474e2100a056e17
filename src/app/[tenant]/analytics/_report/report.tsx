"use client";

import { BarChart3 } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useBusiness } from "@/components/business-context";
import { cn } from "@/components/class-names";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { QueryErrorState } from "@/components/query-error-state";
import { Button } from "@/components/ui/button";
import { lastOfMonth } from "@/lib/plain-date";
import { AppointmentOutcomes } from "./appointment-outcomes";
import { CallsByDay } from "./calls-by-day";
import { CallsByHour } from "./calls-by-hour";
import { Comparison } from "./comparison";
import { Figures } from "./figures";
import { Funnel } from "./funnel";
import { Missed } from "./missed";
import { ReportControls } from "./report-controls";
import { ReportSkeleton } from "./report-skeleton";
import { TimeAndCost } from "./time-and-cost";
import { useAddress, useLastingAddress, useReport } from "./use-report";

/** What the phone brought in, where callers were lost, and when they call. */
export function Report() {
  const t = useTranslations("analytics");
  const { query, request } = useReport();
  const { data } = query;
  useLastingAddress();
  const isEmpty = data?.totals.calls === 0 && data.appointments.completed === 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={data && <Days current={request} before={data.before} />}
        actions={<ReportControls choices={data?.choices} />}
      />
      {query.isError && !data && <QueryErrorState query={query} />}
      {query.isPending && <ReportSkeleton headless />}
      <p role="status" className="text-muted-foreground text-sm empty:hidden">
        {data?.isCounting && t("counting")}
      </p>
      {isEmpty && !data.isCounting && <NoCalls />}
      {data && !isEmpty && (
        <div
          aria-busy={query.isPlaceholderData}
          className={cn(
            "flex flex-col gap-9 transition-opacity duration-150",
            query.isPlaceholderData && "opacity-60",
          )}
        >
          <Figures report={data} days={request} />
          <div className="grid grid-cols-1 gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_22rem] print:grid-cols-[minmax(0,1fr)_15rem] print:gap-x-8">
            <div className="flex min-w-0 flex-col gap-9">
              <Funnel report={data} days={request} />
              <CallsByHour report={data} days={request} />
              {data.days.length > 1 && <CallsByDay report={data} />}
            </div>
            <div className="flex min-w-0 flex-col gap-9">
              <Missed report={data} days={request} />
              <AppointmentOutcomes report={data} days={request} />
              <TimeAndCost report={data} days={request} />
            </div>
          </div>
          <Comparison report={data} days={request} />
        </div>
      )}
    </>
  );
}

interface DaysProps {
  current: { fromDate: string; toDate: string };
  before: { fromDate: string; toDate: string };
}

function Days({ current, before }: DaysProps) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const range = ({ fromDate, toDate }: DaysProps["current"]) => {
    const month = { month: "long", year: "numeric", timeZone: "UTC" } as const;
    if (isMonth({ fromDate, toDate })) return format.dateTime(new Date(fromDate), month);
    const style = { day: "numeric", ...month } as const;
    return fromDate === toDate
      ? format.dateTime(new Date(fromDate), style)
      : format.dateTimeRange(new Date(fromDate), new Date(toDate), style);
  };
  // Browsers and Node write a range with different spaces.
  return (
    <span suppressHydrationWarning>{t("days", { current: range(current), before: range(before) })}</span>
  );
}

const isMonth = ({ fromDate, toDate }: DaysProps["current"]) =>
  fromDate.endsWith("-01") && toDate === lastOfMonth(fromDate);

function NoCalls() {
  const t = useTranslations("analytics.empty");
  const { slug } = useBusiness();
  const [{ period, branch, agent }, setAddress] = useAddress();
  const narrowed = branch !== null || agent !== null || period !== "30d";
  return (
    <div className="border-t">
      <EmptyState
        icon={BarChart3}
        title={t("title")}
        action={
          narrowed ? (
            <Button onClick={() => setAddress(null)}>{t("widen")}</Button>
          ) : (
            <Button asChild>
              <Link href={`/${slug}`}>{t("toToday")}</Link>
            </Button>
          )
        }
      >
        {narrowed ? t("narrowed") : t("never")}
      </EmptyState>
    </div>
  );
}
