import type { ReactNode } from "react";

interface FactsProps {
  /** What, and what it is; rows without a value are left out. */
  rows: (readonly [label: string, value: ReactNode])[];
}

/** Small facts line by line: the name at the left, the fact at the right. */
export function Facts({ rows }: FactsProps) {
  return (
    <dl>
      {rows.map(
        ([label, value]) =>
          value != null &&
          value !== false &&
          value !== "" && (
            <div
              key={label}
              className="flex min-h-10 items-start justify-between gap-6 border-t py-2.5 first:border-t-0"
            >
              <dt className="shrink-0 text-muted-foreground">{label}</dt>
              <dd className="min-w-0 break-words text-right">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
