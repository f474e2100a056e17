import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { HourCalls } from "./hour-words";
import { RowsLink } from "./rows-link";

interface BusiestHourProps {
  hours: readonly HourCalls[];
  missed: boolean;
  /** Where the shown calls of an hour are, and where all of it are. */
  hrefOf: (at: { hour: number }) => string;
  hrefOfAll: (at: { hour: number }) => string;
}

/** The answer one reads the map for, in a sentence: of all days together, because one day's hours hold few calls. */
export function BusiestHour({ hours, missed, hrefOf, hrefOfAll }: BusiestHourProps) {
  const t = useTranslations("analytics.hours");
  const sums = Array.from({ length: 24 }, (_, hour) => {
    const here = hours.filter((one) => one.hour === hour);
    const sum = (key: "calls" | "of") => here.reduce((all, one) => all + one[key], 0);
    return { hour, next: (hour + 1) % 24, calls: sum("calls"), of: sum("of") };
  });
  const [busiest] = sums.sort((a, b) => b.calls - a.calls);
  if (!busiest || busiest.calls === 0) return <p className="pt-3 text-muted-foreground">{t("noneMissed")}</p>;
  const leadingTo = (href: string) => (chunks: ReactNode) => (
    <RowsLink href={href} className="min-h-6 underline sm:min-h-6">
      {chunks}
    </RowsLink>
  );
  const links = {
    shown: leadingTo(hrefOf({ hour: busiest.hour })),
    all: leadingTo(hrefOfAll({ hour: busiest.hour })),
  };
  return <p className="pt-3">{t.rich(missed ? "mostMissed" : "mostCalls", { ...busiest, ...links })}</p>;
}
