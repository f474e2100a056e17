"use client";

import { SearchX, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useBusiness } from "../business-context";
import { DataTable } from "../data-table/data-table";
import { useTableQuery } from "../data-table/use-table-query";
import { EmptyState } from "../empty-state";
import { PageHeader } from "../page-header";
import { QueryErrorState } from "../query-error-state";
import { SavedViews } from "../saved-views/saved-views";
import { SearchField } from "../search-field";
import { Button } from "../ui/button";
import { listParameters, listRequestOf } from "./address";
import { CustomerCard } from "./customer-card";
import { ListActions } from "./list-actions";
import { NewCustomer } from "./new-customer";
import { useCustomerColumns } from "./use-customer-columns";
import { useCustomers } from "./use-customers";

export function CustomerList() {
  const t = useTranslations("customers");
  const { slug, can } = useBusiness();
  const [address, change] = useTableQuery(listParameters);
  const { list: query, rows } = useCustomers(listRequestOf(address));
  const columns = useCustomerColumns();
  const search = useCallback((text: string) => change({ search: text || null }), [change]);
  const { data } = query;
  const turn = (to: string | null | undefined) => (to ? () => change({ cursor: to }) : undefined);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <SavedViews list="customers" />
            {can("customers:write") && (
              <>
                <ListActions search={address.search} />
                <NewCustomer />
              </>
            )}
          </>
        }
      />
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
          rows={rows}
          rowId={(row) => row.id}
          rowHref={(row) => `/${slug}/customers/${row.id}`}
          card={(row) => <CustomerCard customer={row} />}
          paging={{ onPrevious: turn(data?.previous), onNext: turn(data?.next) }}
          empty={address.search ? <NobodyFound onClear={() => change({ search: null })} /> : <NobodyYet />}
          stale={query.isPlaceholderData}
        />
      )}
      {data?.more && <p className="pt-3 text-muted-foreground text-table">{t("narrow")}</p>}
    </>
  );
}

function NobodyFound({ onClear }: { onClear: () => void }) {
  const t = useTranslations("customers");
  return (
    <EmptyState
      icon={SearchX}
      title={t("notFound")}
      action={<Button onClick={onClear}>{t("clearSearch")}</Button>}
    >
      {t("notFoundHint")}
    </EmptyState>
  );
}

function NobodyYet() {
  const t = useTranslations("customers");
  const { slug, can } = useBusiness();
  return (
    <EmptyState
      icon={Users}
      title={t("none")}
      action={
        can("customers:write") && (
          <Button asChild>
            <Link href={`/${slug}/customers/import`}>{t("import.action")}</Link>
          </Button>
        )
      }
    >
      {t("noneHint")}
    </EmptyState>
  );
}
