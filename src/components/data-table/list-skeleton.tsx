import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Skeleton } from "../ui/skeleton";
import { TableHead } from "../ui/table";
import { type CardShape, CardSkeletons, RowSkeletons } from "./row-skeletons";

interface ListSkeletonProps {
  /** Whether a line says what the page is for. */
  described?: boolean;
  /** Beside the heading. */
  actions?: ReactNode;
  /** Under the heading: what stands in for the search and the filters. */
  filters: ReactNode;
  columns: number;
  selectable?: boolean;
  card?: CardShape;
}

/** A page that is a list, before anything of it is there: every part at its place, rows or cards in their size. */
export function ListSkeleton(props: ListSkeletonProps) {
  const { described, actions, filters, columns, selectable = false, card } = props;
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")}>
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-y-3 pb-5">
        <div>
          <Skeleton className="h-7 w-28" />
          {described && <Skeleton className="mt-1 h-4.5 w-82 max-w-full" />}
        </div>
        {actions && <div className="flex gap-2">{actions}</div>}
      </div>
      {filters}
      <table
        aria-hidden="true"
        className="-mx-3 hidden w-[calc(100%+1.5rem)] border-collapse text-table md:table"
      >
        <thead>
          <tr className="border-b">
            <TableHead colSpan={columns + Number(selectable)} className={selectable ? "h-10" : undefined} />
          </tr>
        </thead>
        <tbody>
          <RowSkeletons columns={columns} selectable={selectable} />
        </tbody>
      </table>
      <div aria-hidden="true" className="border-t md:hidden">
        {selectable && <div className="h-11" />}
        <ul>
          <CardSkeletons {...card} />
        </ul>
      </div>
    </div>
  );
}

/** Stands in for a button; `className` says how wide it is. */
export const ButtonSkeleton = ({ className }: { className: string }) => (
  <Skeleton className={`h-11 md:h-9 ${className}`} />
);

const chips = ["w-16", "w-20", "w-24", "w-28"];

/** Stands in for a row of quick filters. */
export const ChipSkeletons = () => (
  <div className="flex gap-2 overflow-hidden py-1">
    {chips.map((width) => (
      <Skeleton key={width} className={`h-11 shrink-0 rounded-full md:h-8 ${width}`} />
    ))}
  </div>
);
