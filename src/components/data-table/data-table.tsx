"use client";

import { type RowData, useTable } from "@tanstack/react-table";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { cn } from "../class-names";
import { TableCell, TableRow } from "../ui/table";
import { CardList } from "./card-list";
import { type Columns, cellClasses, features } from "./features";
import { HeaderCell } from "./header-cell";
import { Pager, type Paging } from "./pager";
import { RowSkeletons } from "./row-skeletons";
import { walkRows } from "./walk-rows";

interface DataTableProps<Row extends RowData> {
  /** Read aloud as the table's name. */
  label: string;
  /** From `columnsFor<Row>().columns([...])`, at module scope or memoised. The first column carries the row's link. */
  columns: Columns<Row>;
  /** Undefined while the first page is on its way. */
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string | number;
  /** Where a click, Enter or the first cell leads. */
  rowHref?: (row: Row) => string;
  /** The row as it stands on a phone. */
  card: (row: Row) => ReactNode;
  /** "startTime" or "-startTime", by column id; columns opt in with `enableSorting: true`. */
  sort?: string;
  onSortChange?: (sort: string) => void;
  paging: Paging;
  /** Shown instead of rows: why there are none, and the one next action. */
  empty: ReactNode;
  /** The shown rows are of the question before; the new ones are on their way. */
  stale?: boolean;
}

const noRows: never[] = [];

/** The one table of this house. State lives in the address (`useTableQuery`), rows come from a query. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, rowHref, card, sort = "", onSortChange, paging, empty, stale } = props;
  const router = useRouter();
  const descending = sort.startsWith("-");
  const sorting = [{ id: descending ? sort.slice(1) : sort, desc: descending }];
  const table = useTable({
    features,
    columns,
    data: rows ?? noRows,
    getRowId: (row) => String(rowId(row)),
    defaultColumn: { enableSorting: false },
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: (change) => {
      const [next] = typeof change === "function" ? change(sorting) : change;
      if (next) onSortChange?.(next.desc ? `-${next.id}` : next.id);
    },
  });

  if (rows?.length === 0) return <div className="border-t">{empty}</div>;

  const open = (event: MouseEvent<HTMLElement>, href: string) => {
    if ((event.target as HTMLElement).closest("a, button, input, label")) return;
    if (getSelection()?.type === "Range") return;
    router.push(href);
  };

  return (
    <div
      aria-busy={rows === undefined || stale}
      className={cn("transition-opacity duration-150", stale && "opacity-60")}
    >
      <table
        aria-label={label}
        className="-mx-3 hidden w-[calc(100%+1.5rem)] border-collapse text-table md:table"
        onKeyDown={walkRows}
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <HeaderCell
                  key={header.id}
                  meta={header.column.columnDef.meta}
                  sorted={header.column.getIsSorted()}
                  onSort={header.column.getCanSort() ? header.column.getToggleSortingHandler() : undefined}
                >
                  {header.isPlaceholder ? null : <table.FlexRender header={header} />}
                </HeaderCell>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows === undefined && <RowSkeletons columns={columns.length} />}
          {table.getRowModel().rows.map((row) => {
            const href = rowHref?.(row.original);
            return (
              <TableRow
                key={row.id}
                className={cn(href && "cursor-pointer hover:bg-muted has-focus-visible:bg-muted")}
                onClick={href ? (event) => open(event, href) : undefined}
                onMouseEnter={href ? () => router.prefetch(href) : undefined}
              >
                {row.getAllCells().map((cell, index) => (
                  <TableCell key={cell.id} className={cellClasses(cell.column.columnDef.meta)}>
                    {href && index === 0 ? (
                      <Link href={href} prefetch={false} data-row-link className="block truncate rounded-sm">
                        <table.FlexRender cell={cell} />
                      </Link>
                    ) : (
                      <table.FlexRender cell={cell} />
                    )}
                  </TableCell>
                ))}
              </TableRow>
            );
          })}
        </tbody>
      </table>
      <CardList label={label} rows={rows} rowId={rowId} rowHref={rowHref} card={card} />
      <Pager {...paging} />
    </div>
  );
}
