import { useTranslations } from "next-intl";
import { Section } from "@/components/section";
import { Bars } from "./bars";
import { type ReportData, useAddress, useRows } from "./use-report";

interface ReportPartProps {
  report: ReportData;
  days: { fromDate: string; toDate: string };
}

/** What became of the appointments of these days, however they were made. */
export function AppointmentOutcomes({ report: { appointments }, days }: ReportPartProps) {
  const t = useTranslations("analytics.appointments");
  const rows = useRows(days);
  const [{ agent }] = useAddress();
  const bars = [
    { key: "completed", value: appointments.completed, href: rows.appointments("completed") },
    { key: "noShow", value: appointments.noShow, href: rows.appointments("no_show") },
    { key: "cancelled", value: appointments.cancelled, href: rows.appointments("cancelled") },
    { key: "scheduled", value: appointments.scheduled, href: rows.appointments("scheduled") },
    { key: "pending", value: appointments.pending, href: rows.appointments("pending") },
  ] as const;
  const all = bars.reduce((sum, { value }) => sum + value, 0);
  return (
    <Section title={t("title")} aside={agent !== null && t("everyAgent")}>
      {all === 0 ? (
        <p className="py-3 text-muted-foreground">{t("none")}</p>
      ) : (
        <Bars
          label={t("what")}
          of={all}
          bars={bars.filter(({ value }) => value > 0).map((bar) => ({ ...bar, label: t(bar.key) }))}
          tone="muted"
        />
      )}
    </Section>
  );
}
