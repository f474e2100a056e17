import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Money } from "@/components/money";
import { Change } from "./change";
import { Count } from "./count";
import { RowsLink } from "./rows-link";
import { type ReportData, useRows } from "./use-report";

interface ReportPartProps {
  report: ReportData;
  days: { fromDate: string; toDate: string };
}

/** The three numbers one comes for. */
export function Figures({ report, days }: ReportPartProps) {
  const t = useTranslations("analytics.figures");
  const rows = useRows(days);
  const { totals, totalsBefore } = report;
  const rate = (counts: typeof totals) => (counts.calls === 0 ? 0 : counts.booked / counts.calls);
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-6 md:grid-cols-4">
      <Figure
        label={t("calls")}
        href={rows.calls()}
        before={<Change now={totals.calls} before={totalsBefore.calls} />}
      >
        <Count value={totals.calls} />
      </Figure>
      <Figure
        label={t("booked")}
        href={rows.calls({ mark: "booked" })}
        before={<Change now={totals.booked} before={totalsBefore.booked} />}
      >
        <Count value={totals.booked} />
      </Figure>
      <Figure
        label={t("value")}
        href={rows.calls({ mark: "booked" })}
        before={<Change now={totals.bookedCents} before={totalsBefore.bookedCents} />}
      >
        <Money cents={totals.bookedCents} />
      </Figure>
      <Figure
        label={t("rate")}
        href={rows.calls({ mark: "booked" })}
        before={<Change now={rate(totals)} before={rate(totalsBefore)} points />}
      >
        <Count value={rate(totals)} percent />
      </Figure>
    </dl>
  );
}

interface FigureProps {
  label: string;
  href: string;
  before: ReactNode;
  children: ReactNode;
}

function Figure({ label, href, before, children }: FigureProps) {
  return (
    <div className="flex flex-col border-t pt-2">
      <dt className="text-muted-foreground text-table">{label}</dt>
      <dd className="font-semibold text-title tabular-nums">
        <RowsLink href={href}>{children}</RowsLink>
      </dd>
      <dd className="text-muted-foreground text-xs">{before}</dd>
    </div>
  );
}
