import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/components/section";
import { type MissedReason, missedReasons } from "@/contracts/call-marks";
import { missedOutcomes } from "@/contracts/calls";
import { Bars } from "./bars";
import { Count } from "./count";
import { type ReportData, useRows } from "./use-report";

interface ReportPartProps {
  report: ReportData;
  days: { fromDate: string; toDate: string };
}

const counters = {
  missed_failed: "missedFailed",
  missed_no_time: "missedNoTime",
  missed_declined: "missedDeclined",
  missed_hung_up: "missedHungUp",
  missed_unclear: "missedUnclear",
} as const satisfies Record<MissedReason, keyof ReportData["totals"]>;

/** Calls that came to nothing, by what one could do about it. */
export function Missed({ report: { totals }, days }: ReportPartProps) {
  const t = useTranslations("analytics.missed");
  const rows = useRows(days);
  const bars = missedReasons
    .map((reason) => ({
      key: reason,
      label: t(`reason.${reason}`),
      value: totals[counters[reason]],
      href: rows.calls({ mark: reason }),
    }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const all = bars.reduce((sum, { value }) => sum + value, 0);
  return (
    <Section
      title={t("title")}
      aside={<All calls={all} href={rows.calls({ outcome: [...missedOutcomes] })} />}
    >
      {all === 0 ? (
        <p className="py-3 text-muted-foreground">{t("none")}</p>
      ) : (
        <Bars label={t("why")} of={all} bars={bars} tone="muted" />
      )}
    </Section>
  );
}

function All({ calls, href }: { calls: number; href: string }) {
  const t = useTranslations("analytics.missed");
  if (calls === 0) return <Count value={0} />;
  return (
    <Link
      href={href}
      className="-my-3 inline-block rounded-sm py-3 text-primary-text tabular-nums underline-offset-4 hover:underline"
    >
      {t("all", { calls })}
    </Link>
  );
}
