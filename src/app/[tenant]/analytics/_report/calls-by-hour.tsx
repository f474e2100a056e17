import { useTranslations } from "next-intl";
import { cn } from "@/components/class-names";
import { Section } from "@/components/section";
import { Button } from "@/components/ui/button";
import { missedOutcomes } from "@/contracts/calls";
import { BusiestHour } from "./busiest-hour";
import { HeatTable } from "./heat-table";
import { type ReportData, useAddress, useRows } from "./use-report";

interface ReportPartProps {
  report: ReportData;
  days: { fromDate: string; toDate: string };
}

const shownCalls = ["all", "missed"] as const;

/** When people call, and when they call in vain. Hours are those on the wall. */
export function CallsByHour({ report, days }: ReportPartProps) {
  const t = useTranslations("analytics.hours");
  const rows = useRows(days);
  const [{ hours: shown, view }, setAddress] = useAddress();
  const missed = shown === "missed";
  const hours = report.hours.map(({ weekday, hour, ...counts }) => ({
    weekday,
    hour,
    of: counts.calls,
    calls: missed ? counts.missed : counts.calls,
  }));
  const hrefOf = (at: { weekday?: number; hour?: number }) =>
    rows.calls({ weekday: at.weekday, hour: at.hour, ...(missed && { outcome: [...missedOutcomes] }) });
  return (
    <Section title={t("title")}>
      <fieldset className="flex flex-wrap items-center gap-2 pt-3 print:hidden">
        <legend className="sr-only">{t("which")}</legend>
        {shownCalls.map((one) => (
          <Button
            key={one}
            size="small"
            aria-pressed={shown === one}
            onClick={() => setAddress({ hours: one })}
            className={cn(
              "rounded-full md:px-3",
              shown === one && "border-primary bg-primary-soft text-primary-text hover:bg-primary-soft",
            )}
          >
            {t(`show.${one}`)}
          </Button>
        ))}
      </fieldset>
      <BusiestHour hours={hours} missed={missed} hrefOf={hrefOf} hrefOfAll={rows.calls} />
      <HeatTable hours={hours} missed={missed} plain={view === "tables"} hrefOf={hrefOf} />
    </Section>
  );
}
