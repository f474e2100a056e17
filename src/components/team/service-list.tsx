"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleMinus, Sparkles, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { DataTable } from "../data-table/data-table";
import { columnsFor } from "../data-table/features";
import { EmptyState } from "../empty-state";
import { Money } from "../money";
import { QueryErrorState } from "../query-error-state";
import { StatusMark } from "../status-mark";
import { FormerSwitch, useFormer } from "./former-switch";
import { NewService } from "./new-service";
import { TeamHeader } from "./team-header";

type ServiceRow = Outputs["services"]["list"][number];

const column = columnsFor<ServiceRow>();

function useServiceColumns() {
  const t = useTranslations("team.service");
  return useMemo(
    () =>
      column.columns([
        column.accessor("name", {
          header: t("column.name"),
          cell: ({ getValue }) => <span className="font-medium">{getValue()}</span>,
        }),
        column.accessor("durationMinutes", {
          header: t("column.duration"),
          cell: ({ row }) => <ServiceLength service={row.original} />,
          meta: { align: "end", className: "w-44" },
        }),
        column.accessor("priceCents", {
          header: t("column.price"),
          cell: ({ getValue }) => <Money cents={getValue()} />,
          meta: { align: "end", className: "w-28" },
        }),
        column.display({
          id: "staff",
          header: t("column.staff"),
          cell: ({ row }) => <WhoCan service={row.original} />,
        }),
      ]),
    [t],
  );
}

export function ServiceList() {
  const t = useTranslations("team.service");
  const trpc = useTRPC();
  const { slug, can } = useBusiness();
  const query = useQuery(trpc.services.list.queryOptions());
  const columns = useServiceColumns();
  const [former] = useFormer();
  const writes = can("catalog:write");
  return (
    <>
      <TeamHeader current="services" action={writes && query.data?.length !== 0 && <NewService />} />
      {query.isError && !query.data ? (
        <QueryErrorState query={query} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={query.data?.filter(({ active }) => active || former)}
          rowId={(row) => row.id}
          rowHref={(row) => `/${slug}/team/services/${row.id}`}
          card={(row) => <ServiceCard service={row} />}
          paging={{}}
          empty={
            <EmptyState icon={Sparkles} title={t("none")} action={writes && <NewService />}>
              {t("noneHint")}
            </EmptyState>
          }
        />
      )}
      <FormerSwitch label={t("showFormer")} count={query.data?.filter(({ active }) => !active).length} />
    </>
  );
}

function ServiceCard({ service }: { service: ServiceRow }) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <span className="truncate font-medium">{service.name}</span>
        <Money cents={service.priceCents} className="shrink-0" />
      </div>
      <div className="flex justify-between gap-3 text-muted-foreground text-table">
        <span className="truncate">
          <WhoCan service={service} />
        </span>
        <span className="shrink-0">
          <ServiceLength service={service} />
        </span>
      </div>
    </div>
  );
}

function ServiceLength({ service: { durationMinutes, gapMinutes } }: { service: ServiceRow }) {
  const t = useTranslations("team.service");
  return gapMinutes > 0
    ? t("minutesWithGap", { minutes: durationMinutes, gap: gapMinutes })
    : t("minutes", { minutes: durationMinutes });
}

/** Who can do it, or why it cannot be booked. */
function WhoCan({ service }: { service: ServiceRow }) {
  const t = useTranslations("team.service");
  if (!service.active)
    return (
      <StatusMark icon={CircleMinus} tone="neutral">
        {t("former")}
      </StatusMark>
    );
  if (service.staffNames.length < service.staffNeeded)
    return (
      <StatusMark icon={TriangleAlert} tone="warning">
        {t(service.staffNames.length === 0 ? "nobody" : "tooFew", { needed: service.staffNeeded })}
      </StatusMark>
    );
  return <span className="text-muted-foreground">{service.staffNames.join(", ")}</span>;
}
