import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/class-names";
import { Count } from "./count";
import { RowsLink } from "./rows-link";
import { useAddress } from "./use-report";

export interface Bar {
  key: string;
  label: ReactNode;
  value: number;
  href: string;
  /** A quiet line below, such as what became of the rest. */
  note?: ReactNode;
}

interface BarsProps {
  label: string;
  bars: readonly Bar[];
  /** What the shares are of; the longest bar is this long. */
  of: number;
  tone?: "primary" | "muted";
}

/** Some numbers of one whole, as bars or as a table; each leads to its rows. */
export function Bars({ label, bars, of, tone = "primary" }: BarsProps) {
  const t = useTranslations("analytics.table");
  const [{ view }] = useAddress();
  const share = (value: number) => (of === 0 ? 0 : value / of);
  if (view === "tables")
    return (
      <table aria-label={label} className="w-full text-table">
        <thead>
          <tr className="border-b text-left text-muted-foreground">
            <th scope="col" className="h-9 font-medium">
              {label}
            </th>
            <th scope="col" className="h-9 text-right font-medium">
              {t("count")}
            </th>
            <th scope="col" className="h-9 w-20 text-right font-medium">
              {t("share")}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key} className="border-b last:border-b-0">
              <th scope="row" className="h-10 text-left font-normal">
                {bar.label}
                {bar.note && <span className="block pb-2 text-muted-foreground">{bar.note}</span>}
              </th>
              <td className="text-right tabular-nums">
                <RowsLink href={bar.href}>
                  <Count value={bar.value} />
                </RowsLink>
              </td>
              <td className="text-right text-muted-foreground tabular-nums">
                <Count value={share(bar.value)} percent />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  return (
    <ul aria-label={label} className="flex flex-col pt-1">
      {bars.map((bar) => (
        <li key={bar.key}>
          <Link href={bar.href} className="-mx-2 block rounded-control px-2 py-2 hover:bg-hover">
            <span className="flex items-baseline justify-between gap-4">
              <span>{bar.label}</span>
              <span className="whitespace-nowrap tabular-nums">
                <span className="font-medium">
                  <Count value={bar.value} />
                </span>
                <span className="inline-block w-12 text-right text-muted-foreground">
                  <Count value={share(bar.value)} percent />
                </span>
              </span>
            </span>
            <span aria-hidden="true" className="mt-1.5 block h-2 overflow-hidden rounded-full bg-muted">
              <span
                className={cn(
                  "block h-full rounded-full print:print-color-exact",
                  tone === "primary" ? "bg-primary" : "bg-control",
                  bar.value > 0 && "min-w-1",
                )}
                style={{ width: `${share(bar.value) * 100}%` }}
              />
            </span>
          </Link>
          {bar.note && <p className="pb-2 text-muted-foreground text-table">{bar.note}</p>}
        </li>
      ))}
    </ul>
  );
}
