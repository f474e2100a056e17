"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Phone, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { pageSizes } from "@/contracts/page-sizes";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { DataTable } from "../data-table/data-table";
import { useTableQuery } from "../data-table/use-table-query";
import { EmptyState } from "../empty-state";
import { PageHeader } from "../page-header";
import { QueryErrorState } from "../query-error-state";
import { SavedViews } from "../saved-views/saved-views";
import { Button } from "../ui/button";
import { isFiltered, listParameters, listRequestOf, serializeWalk } from "./address";
import { CallCard } from "./call-card";
import { CallFilters, noFilter } from "./call-filters";
import { ExportSelection } from "./export-selection";
import { useCallColumns } from "./use-call-columns";

const newestFirst = "-startTimestamp";

export function CallList() {
  const t = useTranslations("calls");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const [address, change] = useTableQuery(listParameters);
  const { cursor, rows, cost, ...walk } = address;
  const { sort, ...filter } = walk;
  const showsCost = cost === "shown";
  const query = useQuery(
    trpc.calls.list.queryOptions(listRequestOf(address), { placeholderData: keepPreviousData }),
  );
  const columns = useCallColumns(showsCost);
  const { data } = query;
  const turn = (to: string | null | undefined) => (to ? () => change({ cursor: to }) : undefined);
  return (
    <>
      <PageHeader title={t("title")} actions={<SavedViews list="calls" />} />
      <CallFilters address={filter} change={change} />
      {query.isError && !data ? (
        <QueryErrorState query={query} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data?.rows}
          rowId={(row) => row.id}
          rowHref={(row) => `/${slug}/calls/${row.id}${serializeWalk(walk)}`}
          card={(row) => <CallCard call={row} showsCost={showsCost} />}
          cardMoment={(row) => ({ value: row.startTimestamp, timeZone: row.timeZone })}
          cardLines={3}
          sort={sort ?? newestFirst}
          onSortChange={(chosen) => change({ sort: chosen === newestFirst ? null : "startTimestamp" })}
          paging={{
            onPrevious: turn(data?.previous),
            onNext: turn(data?.next),
            size: rows,
            onSize: isShort(data) ? undefined : (size) => change({ rows: size }),
          }}
          empty={
            isFiltered(filter) || cursor ? <NothingFound onClear={() => change(noFilter)} /> : <NoCallYet />
          }
          stale={query.isPlaceholderData}
          bulkActions={(selected) => <ExportSelection rows={selected} />}
        />
      )}
    </>
  );
}

/** All rows stand on the shortest page there is: nobody has to choose. */
const isShort = (page: Outputs["calls"]["list"] | undefined) =>
  !page?.previous && !page?.next && (page?.rows.length ?? 0) <= Math.min(...pageSizes);

function NothingFound({ onClear }: { onClear: () => void }) {
  const t = useTranslations("common.table");
  return (
    <EmptyState
      icon={SearchX}
      title={t("empty")}
      action={<Button onClick={onClear}>{t("clearFilters")}</Button>}
    >
      {t("emptyHint")}
    </EmptyState>
  );
}

function NoCallYet() {
  const t = useTranslations("calls");
  const { slug, can } = useBusiness();
  const [path, action] = can("settings:write")
    ? (["/onboarding?step=testCall", "noneTestCall"] as const)
    : (["", "noneAction"] as const);
  return (
    <EmptyState
      icon={Phone}
      title={t("none")}
      action={
        <Button asChild>
          <Link href={`/${slug}${path}`}>{t(action)}</Link>
        </Button>
      }
    >
      {t("noneHint")}
    </EmptyState>
  );
}
