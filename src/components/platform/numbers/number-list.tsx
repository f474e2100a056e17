"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Phone, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnsFor } from "@/components/data-table/features";
import { useTableQuery } from "@/components/data-table/use-table-query";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { QueryErrorState } from "@/components/query-error-state";
import { SearchField } from "@/components/search-field";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { asked, numberParameters } from "../addresses";
import { MoveDialog, type NumberRow } from "./move-dialog";
import { WishedNumbers } from "./wished-numbers";

const column = columnsFor<NumberRow>();

/** Every number there is, whose it is and who answers it. */
export function NumberList() {
  const t = useTranslations("platform.numbers");
  const trpc = useTRPC();
  const [address, change] = useTableQuery(numberParameters);
  const query = useQuery(
    trpc.platform.numbers.queryOptions(asked(address), { placeholderData: keepPreviousData }),
  );
  const columns = useColumns();
  const search = useCallback((text: string) => change({ search: text || null }), [change]);
  const { data } = query;
  const turn = (to: string | null | undefined) => (to ? () => change({ cursor: to }) : undefined);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <WishedNumbers />
      <SearchField
        label={t("search")}
        value={address.search ?? ""}
        onChange={search}
        className="mb-4 md:max-w-sm"
      />
      {query.isError && !data ? (
        <QueryErrorState query={query} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data?.rows}
          rowId={(row) => row.id}
          card={(row) => <NumberCard row={row} />}
          paging={{ onPrevious: turn(data?.previous), onNext: turn(data?.next) }}
          empty={
            <EmptyState
              icon={address.search ? SearchX : Phone}
              title={t(address.search ? "notFound" : "none")}
            >
              {t(address.search ? "notFoundHint" : "noneHint")}
            </EmptyState>
          }
          stale={query.isPlaceholderData}
        />
      )}
    </>
  );
}

function useColumns() {
  const t = useTranslations("platform.numbers");
  return useMemo(
    () =>
      column.columns([
        column.accessor("phoneNumber", {
          header: t("number"),
          cell: ({ getValue }) => (
            <span className="whitespace-nowrap font-medium tabular-nums">{formatPhone(getValue())}</span>
          ),
        }),
        column.accessor("tenantName", {
          header: t("tenant"),
          cell: ({ row }) => <Owner row={row.original} />,
        }),
        column.accessor("agentName", { header: t("agent"), cell: ({ row }) => <Agent row={row.original} /> }),
        column.display({
          id: "move",
          header: () => <span className="sr-only">{t("move")}</span>,
          cell: ({ row }) => <MoveDialog row={row.original} />,
          meta: { align: "end" },
        }),
      ]),
    [t],
  );
}

const Owner = ({ row }: { row: NumberRow }) => (
  <Link
    href={`/platform/tenants/${row.tenantSlug}`}
    prefetch={false}
    className="rounded-sm underline-offset-4 hover:underline"
  >
    {row.tenantName}
  </Link>
);

function Agent({ row }: { row: NumberRow }) {
  const t = useTranslations("platform.numbers");
  if (row.agentName && row.agentStatus === "published") return row.agentName;
  return <span className="text-warning-text">{t("unanswered")}</span>;
}

function NumberCard({ row }: { row: NumberRow }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <div className="min-w-0">
        <span className="block font-medium tabular-nums">{formatPhone(row.phoneNumber)}</span>
        <span className="block truncate text-muted-foreground text-table">{row.tenantName}</span>
        <span className="block truncate text-muted-foreground text-table">
          <Agent row={row} />
        </span>
      </div>
      <MoveDialog row={row} />
    </div>
  );
}
