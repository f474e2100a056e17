import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Duration } from "../duration";
import { OutcomeBadge } from "../outcome-badge";
import { Section } from "../section";
import { Time } from "../time";
import { FirstFew } from "./first-few";

interface CallHistoryProps {
  calls: Outputs["customers"]["get"]["calls"];
  /** There are more than these. */
  older: boolean;
  customerId: number;
}

export function CallHistory({ calls, older, customerId }: CallHistoryProps) {
  const t = useTranslations("customers");
  const { slug, spokenLanguage } = useBusiness();
  const ofCustomer = `?customer=${customerId}`;
  return (
    <Section
      title={t("calls")}
      aside={
        older && (
          <Link
            href={`/${slug}/calls${ofCustomer}`}
            className="-my-3 inline-block rounded-sm py-3 text-primary-text underline-offset-4 hover:underline"
          >
            {t("allCalls")}
          </Link>
        )
      }
    >
      {calls.length === 0 && <p className="py-3 text-muted-foreground">{t("noCalls")}</p>}
      <FirstFew items={calls} itemKey={({ id }) => id}>
        {(call) => (
          <Link
            href={`/${slug}/calls/${call.id}${ofCustomer}`}
            className="-mx-3 block rounded-control px-3 py-2.5 transition-colors duration-150 hover:bg-muted"
          >
            <span className="flex items-center justify-between gap-4">
              <span className="flex min-w-0 gap-3">
                <Time
                  value={call.startTimestamp}
                  timeZone={call.timeZone}
                  className="truncate font-medium tabular-nums"
                />
                {call.durationSec !== null && (
                  <Duration seconds={call.durationSec} className="text-muted-foreground" />
                )}
              </span>
              <span className="shrink-0 text-table">
                <OutcomeBadge outcome={call.outcome} status={call.status} />
              </span>
            </span>
            {call.reason && (
              <span lang={spokenLanguage} className="block truncate text-muted-foreground text-table">
                {call.reason}
              </span>
            )}
          </Link>
        )}
      </FirstFew>
    </Section>
  );
}
