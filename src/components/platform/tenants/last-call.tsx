import { useTranslations } from "next-intl";
import { Time } from "@/components/time";

/** NULL: nobody has called yet. */
export function LastCall({ at, timeZone }: { at: Date | null; timeZone: string }) {
  const t = useTranslations("platform.tenants");
  if (!at) return <span className="text-muted-foreground">{t("never")}</span>;
  return <Time value={at} timeZone={timeZone} />;
}
