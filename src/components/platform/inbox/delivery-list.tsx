"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Inbox, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnsFor } from "@/components/data-table/features";
import { useTableQuery } from "@/components/data-table/use-table-query";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { QueryErrorState } from "@/components/query-error-state";
import { Time } from "@/components/time";
import { type Outputs, useTRPC } from "@/trpc/client";
import { asked, deliveryParameters } from "../addresses";
import { platformTimeZone } from "../platform-time-zone";
import { DeliveryFilters } from "./delivery-filters";
import { DeliveryStatus } from "./delivery-status";
import { ReplayAll } from "./replay-all";

type DeliveryRow = Outputs["platform"]["deliveries"]["rows"][number];

const column = columnsFor<DeliveryRow>();
const refreshMs = 15_000;

/** Everything Retell and Cal.com ever told us, and what became of it. */
export function DeliveryList() {
  const t = useTranslations("platform.inbox");
  const trpc = useTRPC();
  const [address, change] = useTableQuery(deliveryParameters);
  const query = useQuery(
    trpc.platform.deliveries.queryOptions(asked(address), {
      placeholderData: keepPreviousData,
      refetchInterval: refreshMs,
    }),
  );
  const columns = useColumns();
  const { cursor: _, ...filter } = address;
  const isFiltered = Object.values(filter).some((value) => value !== null);
  const { data } = query;
  const turn = (to: string | null | undefined) => (to ? () => change({ cursor: to }) : undefined);
  const empty = data?.next || data?.previous ? "partly" : isFiltered ? "notFound" : "none";
  const mayHaveFailed = (address.status ?? "failed") === "failed" && Boolean(data?.rows.length || data?.next);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={mayHaveFailed && <ReplayAll filter={asked(filter)} />}
      />
      <DeliveryFilters address={filter} change={change} />
      {query.isError && !data ? (
        <QueryErrorState query={query} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data?.rows}
          rowId={(row) => row.id}
          rowHref={(row) => `/platform/inbox/${row.id}`}
          card={(row) => <DeliveryCard row={row} />}
          paging={{ onPrevious: turn(data?.previous), onNext: turn(data?.next) }}
          empty={
            <EmptyState icon={empty === "none" ? Inbox : SearchX} title={t(empty)}>
              {t(`${empty}Hint`)}
            </EmptyState>
          }
          stale={query.isPlaceholderData}
        />
      )}
    </>
  );
}

function useColumns() {
  const t = useTranslations("platform.inbox");
  return useMemo(
    () =>
      column.columns([
        column.accessor("createdAt", {
          header: t("time"),
          cell: ({ getValue }) => <Time value={getValue()} timeZone={platformTimeZone} />,
        }),
        column.accessor("eventType", {
          header: t("type"),
          cell: ({ getValue }) => <code className="font-mono text-xs">{getValue()}</code>,
        }),
        column.accessor("tenantName", {
          header: t("tenant"),
          cell: ({ getValue }) => getValue() ?? <Nobody />,
        }),
        column.accessor("status", {
          header: t("status"),
          cell: ({ getValue }) => <DeliveryStatus status={getValue()} />,
        }),
        column.accessor("reason", {
          header: t("reason"),
          cell: ({ getValue }) => <span className="line-clamp-1 break-all">{getValue()}</span>,
          meta: { from: "lg", className: "max-w-72" },
        }),
        column.accessor("deliveries", { header: t("deliveries"), meta: { align: "end", from: "xl" } }),
      ]),
    [t],
  );
}

function Nobody() {
  const t = useTranslations("platform.inbox");
  return <span className="text-muted-foreground">{t("nobody")}</span>;
}

function DeliveryCard({ row }: { row: DeliveryRow }) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-3">
        <code className="truncate font-mono text-xs">{row.eventType}</code>
        <DeliveryStatus status={row.status} />
      </div>
      <div className="flex justify-between gap-3 text-muted-foreground text-table">
        <span className="truncate">{row.tenantName ?? <Nobody />}</span>
        <Time value={row.createdAt} timeZone={platformTimeZone} className="shrink-0" />
      </div>
    </div>
  );
}
