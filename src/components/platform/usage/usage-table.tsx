"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, FileDown, Gauge } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnsFor } from "@/components/data-table/features";
import { useTableQuery } from "@/components/data-table/use-table-query";
import { EmptyState } from "@/components/empty-state";
import { Money } from "@/components/money";
import { PageHeader } from "@/components/page-header";
import { QueryErrorState } from "@/components/query-error-state";
import { Button } from "@/components/ui/button";
import { type Outputs, useTRPC } from "@/trpc/client";
import { usageParameters } from "../addresses";

type UsageRow = Outputs["platform"]["usage"]["rows"][number];

const column = columnsFor<UsageRow>();

/** What each business's phone did in a month, and what that costs. */
export function UsageTable({ thisMonth }: { thisMonth: string }) {
  const t = useTranslations("platform.usage");
  const format = useFormatter();
  const trpc = useTRPC();
  const [address, change] = useTableQuery(usageParameters);
  const month = address.month ?? thisMonth;
  const query = useQuery(
    trpc.platform.usage.queryOptions(
      { month, cursor: address.cursor ?? undefined },
      { placeholderData: keepPreviousData },
    ),
  );
  const columns = useColumns();
  const { data } = query;
  const turn = (to: string | null | undefined) => (to ? () => change({ cursor: to }) : undefined);
  const step = (months: number) => () => {
    const next = monthFrom(month, months);
    change({ month: next === thisMonth ? null : next });
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <Button asChild>
            <a href={`/platform/usage/export?month=${month}`} download>
              <FileDown />
              {t("export")}
            </a>
          </Button>
        }
      />
      <div className="flex items-center gap-2 pb-4">
        <Button size="icon" aria-label={t("previous")} onClick={step(-1)}>
          <ChevronLeft />
        </Button>
        <span className="min-w-36 text-center font-medium" aria-live="polite">
          {format.dateTime(new Date(`${month}-15T12:00:00Z`), {
            month: "long",
            year: "numeric",
            timeZone: "UTC",
          })}
        </span>
        <Button size="icon" aria-label={t("next")} disabled={month >= thisMonth} onClick={step(1)}>
          <ChevronRight />
        </Button>
      </div>
      {query.isError && !data ? (
        <QueryErrorState query={query} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data?.rows}
          rowId={(row) => row.tenantId}
          rowHref={(row) => `/platform/tenants/${row.slug}`}
          card={(row) => <UsageCard row={row} />}
          paging={{ onPrevious: turn(data?.previous), onNext: turn(data?.next) }}
          empty={<EmptyState icon={Gauge} title={t("none")} />}
          stale={query.isPlaceholderData}
        />
      )}
    </>
  );
}

const monthFrom = (month: string, months: number) => {
  const date = new Date(`${month}-15T12:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
};

function useColumns() {
  const t = useTranslations("platform.usage");
  const format = useFormatter();
  return useMemo(
    () =>
      column.columns([
        column.accessor("name", {
          header: t("tenant"),
          cell: ({ getValue }) => <span className="font-medium">{getValue()}</span>,
        }),
        column.accessor("calls", {
          header: t("calls"),
          cell: ({ getValue }) => format.number(getValue()),
          meta: { align: "end" },
        }),
        column.accessor("durationSec", {
          header: t("minutes"),
          cell: ({ getValue }) => format.number(Math.round(getValue() / 60)),
          meta: { align: "end" },
        }),
        column.accessor("costUsdCents", {
          header: t("cost"),
          cell: ({ getValue }) => <Money cents={getValue()} currency="USD" />,
          meta: { align: "end" },
        }),
      ]),
    [t, format],
  );
}

function UsageCard({ row }: { row: UsageRow }) {
  const t = useTranslations("platform.usage");
  return (
    <div className="flex flex-col gap-1">
      <div className="flex justify-between gap-3">
        <span className="truncate font-medium">{row.name}</span>
        <Money cents={row.costUsdCents} currency="USD" />
      </div>
      <span className="text-muted-foreground text-table">
        {t("summary", { calls: row.calls, minutes: Math.round(row.durationSec / 60) })}
      </span>
    </div>
  );
}
