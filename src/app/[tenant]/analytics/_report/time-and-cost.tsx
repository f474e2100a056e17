import { useFormatter, useTranslations } from "next-intl";
import { Duration } from "@/components/duration";
import { Facts } from "@/components/facts";
import { Money } from "@/components/money";
import { Section } from "@/components/section";
import type { ReportData } from "./use-report";

/** Retell bills in US dollars; they are shown as billed, never converted. */
export function TimeAndCost({ report: { totals, totalsBefore } }: { report: ReportData }) {
  const t = useTranslations("analytics.cost");
  const format = useFormatter();
  const { calls, booked, durationSec, costUsdCents } = totals;
  const minutes = (seconds: number) => t("minutes", { minutes: format.number(Math.round(seconds / 60)) });
  return (
    <Section title={t("title")} aside={t("asBilled")}>
      <Facts
        rows={[
          [t("talked"), minutes(durationSec)],
          [t("perCall"), calls > 0 && <Duration key="perCall" seconds={durationSec / calls} />],
          [t("cost"), <Money key="cost" cents={costUsdCents} currency="USD" />],
          [
            t("costBefore"),
            totalsBefore.calls > 0 && <Money key="before" cents={totalsBefore.costUsdCents} currency="USD" />,
          ],
          [
            t("perBooking"),
            booked > 0 && <Money key="perBooking" cents={costUsdCents / booked} currency="USD" />,
          ],
        ]}
      />
    </Section>
  );
}
