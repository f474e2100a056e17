"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type AppointmentStatus, appointmentSorts } from "@/contracts/appointment-states";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { DataTable } from "../data-table/data-table";
import { columnsFor } from "../data-table/features";
import { EmptyState } from "../empty-state";
import { QueryErrorState } from "../query-error-state";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import { Button } from "../ui/button";
import { listRequestFor, serializeAddress } from "./address";
import { useAddress, useToday } from "./use-address";

type Row = Outputs["appointments"]["list"]["rows"][number];

export function AppointmentList() {
  const t = useTranslations("appointments");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const [address, setAddress] = useAddress();
  const today = useToday();
  const columns = useColumns();
  const query = useQuery(
    trpc.appointments.list.queryOptions(listRequestFor(address, today), {
      placeholderData: keepPreviousData,
    }),
  );
  const { data } = query;
  if (query.isError && !data) return <QueryErrorState query={query} />;
  const goTo = (cursor: string | null | undefined) => (cursor ? () => setAddress({ cursor }) : undefined);
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={data?.rows}
      rowId={(row) => row.id}
      rowHref={(row) => `/${slug}/appointments${serializeAddress({ ...address, appointment: row.id })}`}
      card={(row) => <AppointmentCard row={row} />}
      sort={address.sort}
      onSortChange={(sort) =>
        setAddress({ sort: appointmentSorts.find((known) => known === sort) ?? null, cursor: null })
      }
      paging={{ onPrevious: goTo(data?.previous), onNext: goTo(data?.next) }}
      stale={query.isPlaceholderData}
      empty={<NoRows />}
    />
  );
}

function useColumns() {
  const t = useTranslations("appointments");
  return useMemo(() => {
    const column = columnsFor<Row>();
    return column.columns([
      column.accessor("startTime", {
        header: t("columns.when"),
        meta: { sortable: true, className: "w-56 tabular-nums" },
        cell: ({ row }) => (
          <Time value={row.original.startTime} end={row.original.endTime} timeZone={row.original.timeZone} />
        ),
      }),
      column.accessor("name", {
        header: t("columns.name"),
        cell: ({ getValue }) => (
          <span className="font-medium">{getValue<string | null>() ?? t("unnamed")}</span>
        ),
      }),
      column.accessor("serviceName", { header: t("columns.service") }),
      column.accessor("staffName", { header: t("columns.staff"), meta: { from: "lg" } }),
      column.accessor("branchName", { header: t("columns.branch"), meta: { from: "xl" } }),
      column.accessor("status", {
        header: t("columns.status"),
        meta: { className: "w-44" },
        cell: ({ getValue }) => <StatusBadge status={getValue<AppointmentStatus>()} />,
      }),
    ]);
  }, [t]);
}

function AppointmentCard({ row }: { row: Row }) {
  const t = useTranslations("appointments");
  return (
    <div className="flex flex-col gap-1">
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate font-medium">{row.name ?? t("unnamed")}</span>
        <Time value={row.startTime} timeZone={row.timeZone} className="shrink-0 text-table tabular-nums" />
      </span>
      <span className="flex items-center justify-between gap-3 text-table">
        <span className="truncate text-muted-foreground">
          {[row.serviceName, row.staffName].filter(Boolean).join(" · ")}
        </span>
        <StatusBadge status={row.status} />
      </span>
    </div>
  );
}

function NoRows() {
  const t = useTranslations("appointments");
  const common = useTranslations("common.table");
  const [address, setAddress] = useAddress();
  const filtered = address.status || address.staff || address.branch || address.from || address.to;
  const clear = { status: null, staff: null, branch: null, from: null, to: null, cursor: null };
  return filtered ? (
    <EmptyState
      title={common("empty")}
      action={<Button onClick={() => setAddress(clear)}>{common("clearFilters")}</Button>}
    >
      {common("emptyHint")}
    </EmptyState>
  ) : (
    <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
  );
}
