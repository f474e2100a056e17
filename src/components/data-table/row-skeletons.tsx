import { cn } from "../class-names";
import { Skeleton } from "../ui/skeleton";
import { TableCell, TableRow } from "../ui/table";

const widths = ["w-28", "w-40", "w-32", "w-20", "w-24", "w-16", "w-20", "w-12"];
const rowKeys = Array.from({ length: 10 }, (_, index) => `row-${index}`);

interface RowSkeletonsProps {
  columns: number;
  /** Whether a box to select it stands before each. */
  selectable?: boolean;
}

/** Rows of the real height, so that nothing jumps when they arrive. */
export function RowSkeletons({ columns, selectable = false }: RowSkeletonsProps) {
  return rowKeys.map((key) => (
    <TableRow key={key}>
      {selectable && <td className="h-10 w-10 p-0" />}
      {widths.slice(0, columns).map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <TableCell key={index}>
          <Skeleton className={`h-3.5 max-w-full ${width}`} />
        </TableCell>
      ))}
    </TableRow>
  ));
}

export interface CardShape {
  /** How many lines a card has as a rule. */
  lines?: 2 | 3;
  /** Whether a button stands below them. */
  action?: boolean;
}

/** What the rows become on a narrow screen. */
export function CardSkeletons({ lines = 2, action = false }: CardShape) {
  return rowKeys.map((key) => (
    <li key={key} className="-mx-4 border-b px-4 py-3">
      <div className={cn("flex flex-col justify-between", lines === 2 ? "h-11" : "h-16.5")}>
        <Skeleton className="h-4.5 w-44" />
        {lines === 3 && <Skeleton className="h-4 w-72 max-w-full" />}
        <Skeleton className="h-4 w-32" />
      </div>
      {action && <Skeleton className="mt-3 h-11 w-28" />}
    </li>
  ));
}
