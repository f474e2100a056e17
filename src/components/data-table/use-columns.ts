"use client";

import type { RowData } from "@tanstack/react-table";
import { useMemo } from "react";
import { anyText, listOf, usually } from "@/lib/address";
import { useAddressState } from "../use-address-state";
import type { Columns } from "./features";

const parameters = { hide: usually([], listOf(anyText)) };

/** The columns without those that the address hides. The first carries the link of its row and always stands. */
export function useColumns<Row extends RowData>(columns: Columns<Row>) {
  const [{ hide: hidden }, change] = useAddressState(parameters);
  const named = useMemo(
    () =>
      columns.slice(1).flatMap((column) => {
        const id = column.id ?? ("accessorKey" in column ? String(column.accessorKey) : undefined);
        return id && typeof column.header === "string" ? [{ id, label: column.header, column }] : [];
      }),
    [columns],
  );
  const shown = useMemo(() => {
    const gone = new Set(named.filter(({ id }) => hidden.includes(id)).map(({ column }) => column));
    return columns.filter((column) => !gone.has(column as (typeof named)[number]["column"]));
  }, [columns, named, hidden]);
  return {
    shown,
    key: `${columns.length} ${hidden.join(" ")}`,
    options: named,
    hidden,
    hide: (ids: string[]) => change({ hide: ids }),
  };
}
