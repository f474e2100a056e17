import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../class-names";
import { TableHead } from "../ui/table";
import { type ColumnMeta, cellClasses } from "./features";

interface HeaderCellProps {
  meta: ColumnMeta | undefined;
  id: string;
  /** By which column all rows are sorted: its id, with "-" before it where the last come first. */
  sort: string;
  onSortChange: ((sort: string) => void) | undefined;
  children: ReactNode;
}

/** Stays in sight while the rows go by. A button only where the server can sort by it. */
export function HeaderCell({ meta, id, sort, onSortChange, children }: HeaderCellProps) {
  const sorted = sort === id ? "asc" : sort === `-${id}` ? "desc" : false;
  const Arrow = sorted === "desc" ? ArrowDown : ArrowUp;
  return (
    <TableHead
      aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : undefined}
      className={cn(
        "sticky top-0 z-10 bg-background shadow-[inset_0_-1px_0_var(--color-border)]",
        cellClasses(meta),
      )}
    >
      {meta?.sortable && onSortChange ? (
        <button
          type="button"
          onClick={() => onSortChange(sorted === "asc" ? `-${id}` : id)}
          className="group -mx-1.5 inline-flex h-7 items-center gap-1 rounded-control px-1.5 hover:bg-hover hover:text-foreground"
        >
          {children}
          <Arrow
            aria-hidden="true"
            className={cn(
              "size-3.5",
              !sorted && "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60",
            )}
          />
        </button>
      ) : (
        children
      )}
    </TableHead>
  );
}
