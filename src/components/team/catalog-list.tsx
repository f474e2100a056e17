"use client";

import type { RowData } from "@tanstack/react-table";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { useBusiness } from "../business-context";
import { DataTable } from "../data-table/data-table";
import { EmptyState } from "../empty-state";
import { QueryErrorState } from "../query-error-state";
import { FormerSwitch, useFormer } from "./former-switch";
import { TeamHeader, type TeamPart } from "./team-header";

interface CatalogListProps<Row extends RowData>
  extends Pick<ComponentProps<typeof DataTable<Row>>, "columns" | "rowHref" | "card"> {
  part: TeamPart;
  query: { data: Row[] | undefined; isError: boolean; error: unknown; refetch: () => unknown };
  icon: LucideIcon;
  words: { title: string; none: string; noneHint: string; showFormer: string };
  /** The button that adds one, for those who may. */
  add: ReactNode;
}

/** One of the lists that a business is made of; what is no longer in use is shown on request. */
export function CatalogList<Row extends { id: number; active: boolean }>(props: CatalogListProps<Row>) {
  const { part, query, icon, words, add, ...table } = props;
  const { can } = useBusiness();
  const [former] = useFormer();
  const action = can("catalog:write") && add;
  return (
    <>
      <TeamHeader current={part} action={query.data?.length !== 0 && action} />
      {query.isError && !query.data ? (
        <QueryErrorState query={query} />
      ) : (
        <DataTable
          {...table}
          label={words.title}
          rows={query.data?.filter(({ active }) => active || former)}
          rowId={(row) => row.id}
          paging={{}}
          empty={
            <EmptyState icon={icon} title={words.none} action={action}>
              {words.noneHint}
            </EmptyState>
          }
        />
      )}
      <FormerSwitch label={words.showFormer} count={query.data?.filter(({ active }) => !active).length} />
    </>
  );
}
