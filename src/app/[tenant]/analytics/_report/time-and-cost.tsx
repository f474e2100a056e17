import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Duration } from "@/components/duration";
import { Facts } from "@/components/facts";
import { Money } from "@/components/money";
import { Section } from "@/components/section";
import { RowsLink } from "./rows-link";
import { type ReportData, useRows } from "./use-report";

interface ReportPartProps {
  report: ReportData;
  days: { fromDate: string; toDate: string };
}

/** Retell bills in US dollars; they are shown as billed, never converted. */
export function TimeAndCost({ report: { totals, totalsBefore, before }, days }: ReportPartProps) {
  const t = useTranslations("analytics.cost");
  const format = useFormatter();
  const rows = useRows(days);
  const rowsBefore = useRows(before);
  const { calls, booked, durationSec, costUsdCents } = totals;
  const minutes = (seconds: number) => t("minutes", { minutes: format.number(Math.round(seconds / 60)) });
  return (
    <Section title={t("title")} aside={t("asBilled")}>
      <Facts
        rows={[
          [t("talked"), linked(rows.calls(), minutes(durationSec))],
          [t("perCall"), calls > 0 && linked(rows.calls(), <Duration seconds={durationSec / calls} />)],
          [t("cost"), linked(rows.calls(cost), <Money cents={costUsdCents} currency="USD" />)],
          [
            t("costBefore"),
            totalsBefore.calls > 0 &&
              linked(rowsBefore.calls(cost), <Money cents={totalsBefore.costUsdCents} currency="USD" />),
          ],
          [
            t("perBooking"),
            booked > 0 && linked(rows.calls(cost), <Money cents={costUsdCents / booked} currency="USD" />),
          ],
        ]}
      />
    </Section>
  );
}

const cost = { cost: "shown" } as const;

const linked = (href: string, value: ReactNode) => (
  <RowsLink href={href} className="-my-3 sm:-my-2">
    {value}
  </RowsLink>
);
