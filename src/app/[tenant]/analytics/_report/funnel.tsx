import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/section";
import { funnelStages } from "@/contracts/call-marks";
import { type CallOutcome, callOutcomes } from "@/contracts/calls";
import { Bars } from "./bars";
import { RowsLink } from "./rows-link";
import { type ReportData, useRows } from "./use-report";

interface ReportPartProps {
  report: ReportData;
  days: { fromDate: string; toDate: string };
}

const withoutBooking = callOutcomes.filter((outcome): outcome is CallOutcome => outcome !== "booked");

const leadingTo = (href: string) => (chunks: ReactNode) => (
  <RowsLink href={href} className="min-h-6 underline sm:min-h-6">
    {chunks}
  </RowsLink>
);

/** From the call to the visit, and where callers were lost on the way. */
export function Funnel({ report: { totals }, days }: ReportPartProps) {
  const t = useTranslations("analytics.funnel");
  const rows = useRows(days);
  const lost = totals.offered - totals.booked;
  const noteOf = (stage: (typeof funnelStages)[number]) => {
    if (stage === "attended") return totals.booked > totals.attended && t("later");
    if (stage !== "booked" || lost === 0) return undefined;
    return t.rich(lost > totals.missedDeclined ? "lost" : "declined", {
      lost,
      declined: totals.missedDeclined,
      all: leadingTo(rows.calls({ mark: "offered", outcome: withoutBooking })),
      refused: leadingTo(rows.calls({ mark: "missed_declined" })),
    });
  };
  return (
    <Section title={t("title")}>
      <Bars
        label={t("step")}
        of={totals.calls}
        bars={[
          { key: "calls", label: t("calls"), value: totals.calls, href: rows.calls() },
          ...funnelStages.map((stage) => ({
            key: stage,
            label: t(stage),
            value: totals[stage],
            href: rows.calls({ mark: stage }),
            note: noteOf(stage),
          })),
        ]}
      />
    </Section>
  );
}
