import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Money } from "@/components/money";
import { Section } from "@/components/section";
import { Count } from "./count";
import { type ReportData, useRows } from "./use-report";

interface ReportPartProps {
  report: ReportData;
  days: { fromDate: string; toDate: string };
}

/** Branches beside each other, and agents; only where there is more than one. */
export function Comparison({ report, days }: ReportPartProps) {
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-9 empty:hidden lg:grid-cols-2">
      {report.branches.length > 1 && <Sources by="branch" sources={report.branches} days={days} />}
      {report.agents.length > 1 && <Sources by="agent" sources={report.agents} days={days} />}
    </div>
  );
}

interface SourcesProps {
  by: "branch" | "agent";
  sources: ReportData["branches"];
  days: ReportPartProps["days"];
}

function Sources({ by, sources, days }: SourcesProps) {
  const t = useTranslations("analytics.sources");
  const format = useFormatter();
  const rows = useRows(days);
  const heads = ["calls", "booked", "value", "minutes", "cost"] as const;
  return (
    <Section title={t(by)} className="min-w-0">
      <div className="-mx-4 relative overflow-x-auto px-4 md:mx-0 md:px-0">
        <table aria-label={t(by)} className="w-full min-w-[28rem] text-table">
          <thead>
            <tr className="border-b text-muted-foreground">
              <th scope="col" className="h-9 text-left font-medium">
                {t("name")}
              </th>
              {heads.map((head) => (
                <th key={head} scope="col" className="pl-4 text-right font-medium">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {sources.map((source) => (
              <tr key={source.id} className="border-b last:border-b-0">
                <th scope="row" className="h-10 max-w-40 truncate text-left font-normal">
                  {source.id === null ? (
                    t("none")
                  ) : (
                    <Link
                      href={rows.calls({ [by]: source.id })}
                      className="inline-flex min-h-9 items-center underline-offset-4 hover:underline"
                    >
                      {source.name ?? t("none")}
                    </Link>
                  )}
                </th>
                <td className="pl-4 text-right">
                  <Count value={source.calls} />
                </td>
                <td className="pl-4 text-right">
                  <Count value={source.booked} />
                </td>
                <td className="pl-4 text-right">
                  <Money cents={source.bookedCents} />
                </td>
                <td className="pl-4 text-right">{format.number(Math.round(source.durationSec / 60))}</td>
                <td className="pl-4 text-right">
                  <Money cents={source.costUsdCents} currency="USD" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
