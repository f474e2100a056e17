import { useTranslations } from "next-intl";
import { Section } from "@/components/section";
import { funnelStages } from "@/contracts/call-marks";
import { Bars } from "./bars";
import { type ReportData, useRows } from "./use-report";

interface ReportPartProps {
  report: ReportData;
  days: { fromDate: string; toDate: string };
}

/** From the call to the visit, and where callers were lost on the way. */
export function Funnel({ report: { totals }, days }: ReportPartProps) {
  const t = useTranslations("analytics.funnel");
  const rows = useRows(days);
  const lost = totals.offered - totals.booked;
  const noteOf = (stage: (typeof funnelStages)[number]) => {
    if (stage === "attended") return totals.booked > totals.attended && t("later");
    if (stage !== "booked" || lost === 0) return undefined;
    const declined = Math.min(lost, totals.missedDeclined);
    return t("lost", { lost, declined, other: lost - declined });
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
