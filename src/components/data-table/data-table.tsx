"use client";

import { type RowData, useTable } from "@tanstack/react-table";
import dynamic from "next/dynamic";
import { memo, type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from "react";
import { cn } from "../class-names";
import { TableHead } from "../ui/table";
import { BulkBar } from "./bulk-bar";
import { CardList } from "./card-list";
import { DataRow } from "./data-row";
import type { Moment } from "./day-heading";
import { density } from "./density";
import { type Columns, features } from "./features";
import { HeaderCell } from "./header-cell";
import { Pager, type Paging } from "./pager";
import { RowSkeletons } from "./row-skeletons";
import { SelectAllCell } from "./select-cell";
import { TableOptions } from "./table-options";
import { useAnswer } from "./use-answer";
import { useColumns } from "./use-columns";
import { useSelection } from "./use-selection";
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
  /** Of a card, as a rule; two unless said otherwise. What stands in for it has this height. */
  cardLines?: 2 | 3;
  /** When a row happened, where they go by that: on a phone each day begins with its name. */
  cardMoment?: (row: Row) => Moment;
  /** Buttons below the card, which itself is one link. */
  cardAction?: (row: Row) => ReactNode;
  /** "startTime" or "-startTime", by column id; columns opt in with `meta: { sortable: true }`. */
  sort?: string;
  onSortChange?: (sort: string) => void;
  paging: Paging;
  /** Shown instead of rows: why there are none, and the one next action. */
  empty: ReactNode;
  /** The shown rows are of the question before; the new ones are on their way. */
  stale?: boolean;
  /** What can be done with selected rows, as buttons; without it none can be selected. */
  bulkActions?: (rows: Row[]) => ReactNode;
}

const noRows: never[] = [];

/** Beyond this many, only the rows in sight are drawn; what that takes is fetched then. */
const mostDrawn = 99;
const VirtualBody = dynamic(() => import("./virtual-body").then((module) => module.VirtualBody));

/**
 * The one table of this house. State lives in the address (`useTableQuery`), rows come from a query. Whatever is pressed
 * beside it answers at once; drawing the rows comes after that.
 */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { rows, stale } = props;
  const answer = useAnswer(stale);
  const shown = useMemo(() => ({ ...props, answer }), [props, answer]);
  const drawn = useDeferredValue(shown);
  return (
    <div
      aria-busy={rows === undefined || stale || drawn !== shown}
      className={cn("transition-opacity duration-150", stale && "opacity-60")}
    >
      <DrawnTable of={drawn} />
    </div>
  );
}

const DrawnTable = memo(Drawn) as typeof Drawn;

function Drawn<Row extends RowData>({ of: props }: { of: DataTableProps<Row> & { answer: number } }) {
  const {
    label,
    rows,
    rowId,
    rowHref,
    card,
    sort = "",
    onSortChange,
    paging,
    empty,
    bulkActions,
    answer,
  } = props;
  const columns = useColumns(props.columns);
  const [dense] = density.use();
  const selection = useSelection(rows?.map(rowId) ?? noRows);
  const body = useRef<HTMLTableElement>(null);
  const table = useTable({
    features,
    columns: columns.shown,
    data: rows ?? noRows,
    getRowId: (row) => String(rowId(row)),
  });

  useEffect(() => {
    const walk = (event: KeyboardEvent) => body.current && walkRows(event, body.current);
    addEventListener("keydown", walk);
    return () => removeEventListener("keydown", walk);
  }, []);

  if (rows?.length === 0) return <div className="border-t">{empty}</div>;

  const drawn = table.getRowModel().rows;
  const isLong = drawn.length > mostDrawn;
  const rowAt = (index: number) => {
    const row = drawn[index];
    return (
      row && (
        <DataRow
          key={row.id}
          table={table}
          row={row}
          id={rowId(row.original)}
          position={isLong ? index : undefined}
          href={rowHref?.(row.original)}
          selection={bulkActions && selection}
        />
      )
    );
  };

  return (
    <>
      <table
        aria-label={label}
        aria-rowcount={isLong ? drawn.length + 1 : undefined}
        ref={body}
        className={cn(
          "-mx-3 hidden w-[calc(100%+1.5rem)] border-collapse text-table md:table",
          dense === "compact" && "[&_tbody_label]:h-8 [&_td]:h-8 [&_td]:py-0",
        )}
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={isLong ? 1 : undefined}>
              {bulkActions && <SelectAllCell count={rows?.length ?? 0} selection={selection} />}
              {group.headers.map((header) => (
                <HeaderCell
                  key={header.id}
                  meta={header.column.columnDef.meta}
                  id={header.column.id}
                  sort={sort}
                  onSortChange={onSortChange}
                >
                  {header.isPlaceholder ? null : <table.FlexRender header={header} />}
                </HeaderCell>
              ))}
              <TableHead className="sticky top-0 z-10 w-8 bg-background px-0 text-right shadow-[inset_0_-1px_0_var(--color-border)]">
                <TableOptions columns={columns.options} hidden={columns.hidden} onHide={columns.hide} />
              </TableHead>
            </tr>
          ))}
        </thead>
        {isLong ? (
          <VirtualBody count={drawn.length} columns={columns.key} rowAt={rowAt} />
        ) : (
          <tbody key={answer}>
            {rows === undefined && (
              <RowSkeletons columns={columns.shown.length} selectable={bulkActions !== undefined} />
            )}
            {drawn.map((_, index) => rowAt(index))}
          </tbody>
        )}
      </table>
      <CardList
        label={label}
        answer={answer}
        rows={rows}
        rowId={rowId}
        rowHref={rowHref}
        card={card}
        cardAction={props.cardAction}
        moment={props.cardMoment}
        lines={props.cardLines}
        selection={bulkActions && selection}
      />
      {bulkActions && (
        <BulkBar count={selection.selected.length} onClear={selection.clear}>
          {bulkActions(rows?.filter((row) => selection.has(rowId(row))) ?? [])}
        </BulkBar>
      )}
      <Pager {...paging} />
    </>
  );
}
