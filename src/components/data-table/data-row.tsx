"use client";

import type { RowData, useTable } from "@tanstack/react-table";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { KeyboardEvent, MouseEvent } from "react";
import { cn } from "../class-names";
import { TableCell, TableRow } from "../ui/table";
import { cellClasses, type Features } from "./features";
import { SelectCell } from "./select-cell";
import type { Selection } from "./use-selection";

export type Table<Row extends RowData> = ReturnType<typeof useTable<Features, Row>>;

interface DataRowProps<Row extends RowData> {
  table: Table<Row>;
  row: ReturnType<Table<Row>["getRowModel"]>["rows"][number];
  id: string | number;
  /** Where it stands among all rows, where not all of them are drawn. */
  position?: number;
  href: string | undefined;
  selection: Selection | undefined;
}

const isRowLink = (target: EventTarget) => target instanceof HTMLElement && "rowLink" in target.dataset;

/** A row leads where its first cell does, and is selected by the space bar. */
export function DataRow<Row extends RowData>(props: DataRowProps<Row>) {
  const { table, row, id, position, href, selection } = props;
  const router = useRouter();
  const open = (event: MouseEvent<HTMLElement>) => {
    if (!href || (event.target as HTMLElement).closest("a, button, input, label")) return;
    if (getSelection()?.type !== "Range") router.push(href);
  };
  const select = (event: KeyboardEvent) => {
    if (event.key !== " " || !selection || !isRowLink(event.target)) return;
    event.preventDefault();
    selection.toggle(id, event.shiftKey);
  };
  return (
    <TableRow
      data-position={position}
      // The head is the first row.
      aria-rowindex={position === undefined ? undefined : position + 2}
      className={cn(
        href && "cursor-pointer hover:bg-muted has-focus-visible:bg-muted",
        selection?.has(id) && "bg-primary-soft hover:bg-primary-soft has-focus-visible:bg-primary-soft",
      )}
      onClick={href ? open : undefined}
      onKeyDown={select}
      onMouseEnter={href ? () => router.prefetch(href) : undefined}
    >
      {selection && <SelectCell id={id} selection={selection} />}
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
      <td aria-hidden="true" />
    </TableRow>
  );
}
