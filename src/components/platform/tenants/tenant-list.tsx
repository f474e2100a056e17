"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Building2, Plus, SearchX } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { useTableQuery } from "@/components/data-table/use-table-query";
import { EmptyState } from "@/components/empty-state";
import { FormSheet } from "@/components/form/form-sheet";
import { Money } from "@/components/money";
import { PageHeader } from "@/components/page-header";
import { QueryErrorState } from "@/components/query-error-state";
import { SearchField } from "@/components/search-field";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { tenantStatuses } from "@/contracts/tenants";
import { useTRPC } from "@/trpc/client";
import { asked, tenantParameters } from "../addresses";
import { LastCall } from "./last-call";
import { TenantStatus } from "./tenant-status";
import { type TenantRow, useTenantColumns } from "./use-tenant-columns";

const NewTenantForm = dynamic(() => import("./new-tenant-form").then((module) => module.NewTenantForm));

const any = "any";

/** Every business, and the way to a new one. */
export function TenantList() {
  const t = useTranslations("platform.tenants");
  const terms = useTranslations("terms.tenantStatus");
  const trpc = useTRPC();
  const [address, change] = useTableQuery(tenantParameters);
  const query = useQuery(
    trpc.platform.tenants.queryOptions(asked(address), { placeholderData: keepPreviousData }),
  );
  const columns = useTenantColumns();
  const search = useCallback((text: string) => change({ search: text || null }), [change]);
  const { data } = query;
  const turn = (to: string | null | undefined) => (to ? () => change({ cursor: to }) : undefined);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <FormSheet
            title={t("new.title")}
            description={t("new.text")}
            trigger={
              <Button variant="primary">
                <Plus />
                {t("new.action")}
              </Button>
            }
          >
            {(close) => <NewTenantForm onDone={close} />}
          </FormSheet>
        }
      />
      <div className="flex flex-wrap gap-3 pb-4">
        <SearchField
          label={t("search")}
          value={address.search ?? ""}
          onChange={search}
          className="min-w-52 grow md:max-w-sm"
        />
        <NativeSelect
          aria-label={t("status")}
          className="w-40"
          value={address.status ?? any}
          onValueChange={(value) =>
            change({ status: tenantStatuses.find((status) => status === value) ?? null })
          }
        >
          <option value={any}>{t("anyStatus")}</option>
          {tenantStatuses.map((status) => (
            <option key={status} value={status}>
              {terms(status)}
            </option>
          ))}
        </NativeSelect>
      </div>
      {query.isError && !data ? (
        <QueryErrorState query={query} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data?.rows}
          rowId={(row) => row.id}
          rowHref={(row) => `/platform/tenants/${row.slug}`}
          card={(row) => <TenantCard tenant={row} />}
          paging={{ onPrevious: turn(data?.previous), onNext: turn(data?.next) }}
          empty={
            address.search || address.status ? (
              <EmptyState icon={SearchX} title={t("notFound")}>
                {t("notFoundHint")}
              </EmptyState>
            ) : (
              <EmptyState icon={Building2} title={t("none")}>
                {t("noneHint")}
              </EmptyState>
            )
          }
          stale={query.isPlaceholderData}
        />
      )}
    </>
  );
}

function TenantCard({ tenant }: { tenant: TenantRow }) {
  const terms = useTranslations("terms.tenantKind");
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-3">
        <span className="truncate font-medium">{tenant.name}</span>
        <TenantStatus status={tenant.status} />
      </div>
      <div className="flex justify-between gap-3 text-muted-foreground text-table">
        <span>
          {terms(tenant.kind)} · <Money cents={tenant.balanceCents} />
        </span>
        <LastCall at={tenant.lastCallAt} timeZone={tenant.timeZone} />
      </div>
    </div>
  );
}
