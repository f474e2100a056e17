import { useFormatter, useTranslations } from "next-intl";

interface ChangeProps {
  now: number;
  before: number;
  /** Both are shares: told in percentage points. */
  points?: boolean;
}

/** "+12 % zum Zeitraum davor"; neither green nor red, because more is not always better. */
export function Change({ now, before, points = false }: ChangeProps) {
  const t = useTranslations("analytics.change");
  const format = useFormatter();
  if (before === 0) return t("new");
  const signed = { maximumFractionDigits: 0, signDisplay: "exceptZero" } as const;
  if (points) return t("points", { points: format.number((now - before) * 100, signed) });
  return t("relative", { change: format.number(now / before - 1, { ...signed, style: "percent" }) });
}
