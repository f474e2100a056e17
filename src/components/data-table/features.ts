import { type ColumnDef, createColumnHelper, type RowData, tableFeatures } from "@tanstack/react-table";
import { cn } from "../class-names";

export interface ColumnMeta {
  /** Numbers and money stand at the end of their column. */
  align?: "end";
  /** The server can sort by it. */
  sortable?: boolean;
  /** Leaves the column out on narrower screens. */
  from?: "lg" | "xl";
  /** Width and the like, for head and cells, e.g. "w-28". */
  className?: string;
}

/** The server sorts, filters and pages; the table only says what was asked for. */
export const features = tableFeatures({ columnMeta: {} as ColumnMeta });

export type Features = typeof features;
// biome-ignore lint/suspicious/noExplicitAny: a column's value type differs per column and is its own business
export type Columns<Row extends RowData> = ColumnDef<Features, Row, any>[];

/** Starts the columns of a table: `columnsFor<CallRow>()`, then `.columns([...])`. Keep the result stable. */
export const columnsFor = <Row extends RowData>() => createColumnHelper<Features, Row>();

export const cellClasses = (meta: ColumnMeta | undefined) =>
  cn(
    meta?.align === "end" && "text-right tabular-nums",
    meta?.from === "lg" && "hidden lg:table-cell",
    meta?.from === "xl" && "hidden xl:table-cell",
    meta?.className,
  );
