import { Mic, MicOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Section } from "../section";
import { StatusMark } from "../status-mark";
import { Time } from "../time";

/** Whether they agreed to be recorded, and in which call they said so. */
export function Consent({ consent }: { consent: Outputs["customers"]["get"]["consent"] }) {
  const t = useTranslations("customers.consent");
  const { slug, timeZone } = useBusiness();
  const granted = consent?.decision === "granted";
  return (
    <Section title={t("title")}>
      {!consent && <p className="py-2.5 text-muted-foreground">{t("not_asked")}</p>}
      {consent && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
          <StatusMark icon={granted ? Mic : MicOff} tone={granted ? "success" : "warning"}>
            {t(granted ? "granted" : "refused")}
          </StatusMark>
          <Link
            href={`/${slug}/calls/${consent.callId}`}
            className="-my-2 rounded-sm py-2 text-primary-text underline-offset-4 hover:underline"
          >
            <Time value={consent.at} timeZone={timeZone} className="tabular-nums" />
          </Link>
        </div>
      )}
    </Section>
  );
}
