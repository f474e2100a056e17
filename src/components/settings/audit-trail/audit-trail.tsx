"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FileDown, ScrollText, SearchX } from "lucide-react";
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { useBusiness } from "@/components/business-context";
import { DataTable } from "@/components/data-table/data-table";
import { columnsFor } from "@/components/data-table/features";
import { useTableQuery } from "@/components/data-table/use-table-query";
import { EmptyState } from "@/components/empty-state";
import { QueryErrorState } from "@/components/query-error-state";
import { Section } from "@/components/section";
import { Time } from "@/components/time";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { addressWriter } from "@/lib/address";
import { useTRPC } from "@/trpc/client";
import { filterOf, filterParameters, trailParameters } from "./address";
import { sayChangesInLine } from "./say-changes";
import { sayActor, sayDetail, sayEvent, type TrailRow } from "./say-event";
import { noFilter, TrailFilters } from "./trail-filters";

const TrailEntry = dynamic(() => import("./trail-entry").then((module) => module.TrailEntry));

const column = columnsFor<TrailRow>();
const serializeFilter = addressWriter(filterParameters);
const serializeTrail = addressWriter(trailParameters);

/** Who did what, when and to what: nobody can change it, also not whoever runs the platform. */
export function AuditTrail() {
  const t = useTranslations("auditTrail");
  const { slug } = useBusiness();
  const trpc = useTRPC();
  const [address, change] = useTableQuery(trailParameters);
  const { cursor, entry, ...filter } = address;
  const query = useQuery(
    trpc.auditTrail.list.queryOptions(
      { ...filterOf(filter), cursor: cursor ?? undefined },
      { placeholderData: keepPreviousData },
    ),
  );
  const columns = useColumns();
  const sayTime = useSayTime();
  const { data } = query;
  const opened = data?.rows.find(({ id }) => id === entry);
  const path = `/${slug}/settings/audit-trail`;
  const turn = (to: string | null | undefined) => (to ? () => change({ cursor: to }) : undefined);
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return (
    <Section
      title={t("title")}
      aside={
        <Button asChild size="small" variant="ghost" className="-mr-2.5">
          <a href={`/${slug}/settings/audit-trail/export${serializeFilter(filter)}`} download>
            <FileDown />
            {t("export")}
          </a>
        </Button>
      }
    >
      <p className="py-3 text-muted-foreground">{t("description")}</p>
      <TrailFilters address={filter} change={change} />
      {query.isError && !data ? (
        <QueryErrorState query={query} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data?.rows}
          rowId={(row) => row.id}
          rowHref={(row) => `${path}${serializeTrail({ ...address, entry: row.id })}`}
          card={(row) => <TrailCard row={row} />}
          cardLines={3}
          paging={{ onPrevious: turn(data?.previous), onNext: turn(data?.next) }}
          empty={
            <EmptyState icon={isFiltered ? SearchX : ScrollText} title={t(isFiltered ? "notFound" : "none")}>
              {t(isFiltered ? "notFoundHint" : "noneHint")}
            </EmptyState>
          }
          stale={query.isPlaceholderData}
        />
      )}
      <Sheet open={opened !== undefined} onOpenChange={(open) => !open && change({ entry: null, cursor })}>
        <SheetContent aria-describedby={undefined}>
          {opened && (
            <TrailEntry
              row={opened}
              sayTime={sayTime}
              historyHref={`${path}${serializeFilter({ ...noFilter, actor: "all", kind: opened.entityType, entity: opened.entityId })}`}
            />
          )}
        </SheetContent>
      </Sheet>
    </Section>
  );
}

/** "24.11.2026, 14:30", inside a sentence. */
function useSayTime() {
  const format = useFormatter();
  const { timeZone } = useBusiness();
  return useCallback(
    (instant: Date) => format.dateTime(instant, { dateStyle: "medium", timeStyle: "short", timeZone }),
    [format, timeZone],
  );
}

function useColumns() {
  const t = useTranslations("auditTrail");
  const { timeZone } = useBusiness();
  const sayTime = useSayTime();
  const format = useFormatter();
  return useMemo(
    () =>
      column.columns([
        column.accessor("at", {
          header: t("time"),
          cell: ({ getValue }) => <Time value={getValue()} timeZone={timeZone} />,
          meta: { className: "w-40 whitespace-nowrap" },
        }),
        column.accessor("actor", {
          header: t("actor"),
          cell: ({ getValue }) => <span className="line-clamp-2">{sayActor(t, getValue())}</span>,
          meta: { className: "w-56" },
        }),
        column.display({
          id: "what",
          header: t("what"),
          cell: ({ row: { original } }) => (
            <>
              <span className="wrap-anywhere font-medium">{sayEvent(t, original, sayTime)}</span>
              <Detail text={sayDetail(t, original, sayTime)} />
              <Detail text={sayChangesInLine(t, format, original)} />
            </>
          ),
        }),
      ]),
    [t, timeZone, sayTime, format],
  );
}

const Detail = ({ text }: { text: string }) =>
  text && <span className="wrap-anywhere line-clamp-2 text-muted-foreground">{text}</span>;

function TrailCard({ row }: { row: TrailRow }) {
  const t = useTranslations("auditTrail");
  const { timeZone } = useBusiness();
  const sayTime = useSayTime();
  const format = useFormatter();
  return (
    <div className="flex flex-col gap-0.5">
      <span className="wrap-anywhere font-medium">{sayEvent(t, row, sayTime)}</span>
      <Detail text={sayDetail(t, row, sayTime)} />
      <Detail text={sayChangesInLine(t, format, row)} />
      <span className="flex justify-between gap-3 text-muted-foreground text-table">
        <span className="truncate">{sayActor(t, row.actor)}</span>
        <Time value={row.at} timeZone={timeZone} className="shrink-0" />
      </span>
    </div>
  );
}
