import { useFormatter, useTranslations } from "next-intl";
import { none } from "@/components/calls/address";
import { Money } from "@/components/money";
import { Section } from "@/components/section";
import { Count } from "./count";
import { RowsLink } from "./rows-link";
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
  const rows = useRows(days);
  const heads = ["calls", "booked", "value", "minutes", "cost"] as const;
  const nameOf = (source: Source) => (
    <RowsLink href={rows.calls({ [by]: source.id ?? none })}>{source.name ?? t("none")}</RowsLink>
  );
  const figureOf = (source: Source, head: (typeof heads)[number]) => (
    <RowsLink
      href={rows.calls({
        [by]: source.id ?? none,
        ...((head === "booked" || head === "value") && { mark: "booked" }),
        ...(head === "cost" && { cost: "shown" }),
      })}
    >
      <Figure of={source} head={head} />
    </RowsLink>
  );
  return (
    <Section title={t(by)} className="min-w-0">
      <table aria-label={t(by)} className="w-full text-table max-sm:hidden">
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
                {nameOf(source)}
              </th>
              {heads.map((head) => (
                <td key={head} className="pl-4 text-right">
                  {figureOf(source, head)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="sm:hidden">
        {sources.map((source) => (
          <li key={source.id} className="border-b pb-3 last:border-b-0">
            <p className="flex min-h-11 items-center font-medium">{nameOf(source)}</p>
            <dl className="grid grid-cols-3 gap-x-4 gap-y-2 tabular-nums">
              {heads.map((head) => (
                <div key={head}>
                  <dt className="text-muted-foreground text-xs">{t(head)}</dt>
                  <dd>{figureOf(source, head)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Source = SourcesProps["sources"][number];

function Figure({ of, head }: { of: Source; head: "calls" | "booked" | "value" | "minutes" | "cost" }) {
  const format = useFormatter();
  if (head === "value") return <Money cents={of.bookedCents} />;
  if (head === "cost") return <Money cents={of.costUsdCents} currency="USD" />;
  if (head === "minutes") return format.number(Math.round(of.durationSec / 60));
  return <Count value={of[head]} />;
}
