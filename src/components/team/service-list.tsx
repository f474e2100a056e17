"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleMinus, Sparkles, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { columnsFor } from "../data-table/features";
import { Money } from "../money";
import { StatusMark } from "../status-mark";
import { CatalogList } from "./catalog-list";
import { NewService } from "./new-service";

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
  const { slug } = useBusiness();
  return (
    <CatalogList
      part="services"
      query={useQuery(trpc.services.list.queryOptions())}
      columns={useServiceColumns()}
      rowHref={(row) => `/${slug}/team/services/${row.id}`}
      card={(row) => <ServiceCard service={row} />}
      icon={Sparkles}
      words={{
        title: t("title"),
        none: t("none"),
        noneHint: t("noneHint"),
        showFormer: t("showFormer"),
      }}
      add={<NewService />}
    />
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
