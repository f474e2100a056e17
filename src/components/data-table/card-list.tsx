import Link from "next/link";
import type { ReactNode } from "react";
import { CardSkeletons } from "./row-skeletons";

interface CardListProps<Row> {
  label: string;
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string | number;
  rowHref?: (row: Row) => string;
  card: (row: Row) => ReactNode;
}

/** The same rows for a narrow screen. */
export function CardList<Row>({ label, rows, rowId, rowHref, card }: CardListProps<Row>) {
  return (
    <ul aria-label={label} className="border-t md:hidden">
      {rows === undefined && <CardSkeletons />}
      {rows?.map((row) => {
        const href = rowHref?.(row);
        return (
          <li key={rowId(row)} className="border-b">
            {href ? (
              <Link href={href} prefetch={false} className="-mx-4 block px-4 py-3 active:bg-hover">
                {card(row)}
              </Link>
            ) : (
              <div className="py-3">{card(row)}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
