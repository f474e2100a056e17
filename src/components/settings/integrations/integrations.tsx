"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { PageSkeleton } from "../../page-skeleton";
import { QueryErrorState } from "../../query-error-state";
import { Section } from "../../section";
import { CalcomChecks } from "./calcom-checks";
import { Check } from "./check";
import type { IntegrationChecks } from "./outputs";

/** Each connection with the outside: that it works, or what to do next. */
export function Integrations() {
  const trpc = useTRPC();
  const query = useQuery(trpc.integrations.get.queryOptions());
  if (!query.data) return query.isError ? <QueryErrorState query={query} /> : <PageSkeleton headless />;
  return (
    <div className="flex max-w-3xl flex-col gap-10">
      <PhoneChecks checks={query.data} />
      <CalcomChecks calcom={query.data.calcom} />
    </div>
  );
}

function PhoneChecks({ checks: { hasRetellKey, numbers } }: { checks: IntegrationChecks }) {
  const t = useTranslations("settings.integrations");
  return (
    <Section title={t("phone")}>
      <ul>
        <Check
          name={t("retellKey")}
          ok={hasRetellKey}
          status={t(hasRetellKey ? "ok" : "missing")}
          next={t("retellKeyNext")}
        />
        {numbers.length === 0 && (
          <Check name={t("number")} ok={false} status={t("missing")} next={t("numberNext")} />
        )}
        {numbers.map(({ phoneNumber, branchName, agentName, isAnswered }) => (
          <Check
            key={phoneNumber}
            name={
              <>
                <span className="tabular-nums">{formatPhone(phoneNumber)}</span>
                <span className="text-muted-foreground">
                  {" "}
                  · {branchName} → {agentName ?? t("nobody")}
                </span>
              </>
            }
            ok={isAnswered}
            status={t(isAnswered ? "assigned" : "unanswered")}
            next={t("unansweredNext")}
          />
        ))}
      </ul>
    </Section>
  );
}
