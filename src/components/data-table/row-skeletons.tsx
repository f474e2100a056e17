import { Skeleton } from "../ui/skeleton";
import { TableCell, TableRow } from "../ui/table";

const widths = ["w-28", "w-40", "w-32", "w-20", "w-24", "w-16", "w-20", "w-12"];
const rowKeys = Array.from({ length: 10 }, (_, index) => `row-${index}`);

/** Rows of the real height, so that nothing jumps when they arrive. */
export function RowSkeletons({ columns }: { columns: number }) {
  return rowKeys.map((key) => (
    <TableRow key={key}>
      {widths.slice(0, columns).map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <TableCell key={index}>
          <Skeleton className={`h-3.5 max-w-full ${width}`} />
        </TableCell>
      ))}
    </TableRow>
  ));
}

export function CardSkeletons() {
  return rowKeys.slice(0, 6).map((key) => (
    <li key={key} className="flex flex-col gap-2 border-b py-3">
      <Skeleton className="h-4 w-44" />
      <Skeleton className="h-3.5 w-64" />
    </li>
  ));
}
