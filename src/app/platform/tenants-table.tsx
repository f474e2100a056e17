"use client";

import { useQuery } from "@tanstack/react-query";
import { Ban, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnsFor } from "@/components/data-table/features";
import { EmptyState } from "@/components/empty-state";
import { QueryErrorState } from "@/components/query-error-state";
import { StatusMark } from "@/components/status-mark";
import { Time } from "@/components/time";
import { type Outputs, useTRPC } from "@/trpc/client";

type Tenant = Outputs["platform"]["tenants"][number];

const column = columnsFor<Tenant>();

export function TenantsTable() {
  const t = useTranslations("platform.tenants");
  const trpc = useTRPC();
  const query = useQuery(trpc.platform.tenants.queryOptions());
  const columns = useColumns();
  if (query.isError && !query.data) return <QueryErrorState query={query} />;
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={query.data}
      rowId={(row) => row.id}
      rowHref={(row) => `/${row.slug}`}
      card={(row) => <TenantCard tenant={row} />}
      paging={{}}
      empty={<EmptyState title={t("none")} />}
    />
  );
}

function useColumns() {
  const t = useTranslations("platform.tenants");
  const terms = useTranslations("terms");
  return useMemo(
    () =>
      column.columns([
        column.accessor("name", {
          header: t("name"),
          cell: ({ row }) => <span className="font-medium">{row.original.name}</span>,
        }),
        column.accessor("kind", {
          header: t("kind"),
          cell: ({ getValue }) => terms(`tenantKind.${getValue()}`),
        }),
        column.accessor("status", {
          header: t("status"),
          cell: ({ getValue }) => <TenantStatus status={getValue()} />,
        }),
        column.accessor("calendarSource", {
          header: t("calendar"),
          cell: ({ getValue }) => t(getValue()),
          meta: { from: "lg" },
        }),
        column.accessor("numbers", { header: t("numbers"), meta: { align: "end", from: "lg" } }),
        column.accessor("callsLastWeek", { header: t("calls"), meta: { align: "end" } }),
        column.accessor("lastCallAt", {
          header: t("lastCall"),
          cell: ({ row }) => <LastCall tenant={row.original} />,
          meta: { align: "end" },
        }),
      ]),
    [t, terms],
  );
}

function TenantStatus({ status }: { status: Tenant["status"] }) {
  const terms = useTranslations("terms.tenantStatus");
  const active = status === "active";
  return (
    <StatusMark icon={active ? CircleCheck : Ban} tone={active ? "success" : "danger"}>
      {terms(status)}
    </StatusMark>
  );
}

function LastCall({ tenant }: { tenant: Tenant }) {
  const t = useTranslations("platform.tenants");
  if (!tenant.lastCallAt) return <span className="text-muted-foreground">{t("never")}</span>;
  return <Time value={tenant.lastCallAt} timeZone={tenant.timeZone} />;
}

function TenantCard({ tenant }: { tenant: Tenant }) {
  const t = useTranslations("platform.tenants");
  const terms = useTranslations("terms.tenantKind");
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-3">
        <span className="truncate font-medium">{tenant.name}</span>
        <TenantStatus status={tenant.status} />
      </div>
      <div className="flex justify-between gap-3 text-muted-foreground text-table">
        <span>{terms(tenant.kind)}</span>
        <span className="tabular-nums">
          {t("calls")}: {tenant.callsLastWeek}
        </span>
      </div>
    </div>
  );
}
