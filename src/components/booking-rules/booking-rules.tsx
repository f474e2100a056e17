"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { PageSkeleton } from "../page-skeleton";
import { QueryErrorState } from "../query-error-state";
import { Section } from "../section";
import { CallPolicyFacts } from "./call-policy-facts";
import { EditCallPolicy } from "./edit-call-policy";
import { inheritedBy } from "./inherited";
import { RuleRow } from "./rule-row";

/** What customers may do themselves, and how the phone deals with them: first read, then changed in a sheet. */
export function BookingRules() {
  const t = useTranslations("settings.bookingRules");
  const trpc = useTRPC();
  const query = useQuery(trpc.bookingRules.get.queryOptions());
  if (!query.data) return query.isError ? <QueryErrorState query={query} /> : <PageSkeleton headless />;
  const { callPolicy, business, branches, services } = query.data;
  const several = branches.length > 1;
  return (
    <div className="flex max-w-3xl flex-col gap-10">
      <Section title={t("change.title")}>
        <p className="py-3 text-muted-foreground">{t("change.text")}</p>
        <ul>
          <RuleRow name={t("business")} rule={business} target={{}} />
        </ul>
        {several && (
          <RuleGroup title={t("branches")}>
            {branches.map(({ id, name, rule }) => (
              <RuleRow
                key={id}
                name={name}
                rule={rule}
                inherited={inheritedBy([business])}
                target={{ branchId: id }}
              />
            ))}
          </RuleGroup>
        )}
        {services.length > 0 && (
          <RuleGroup title={t("services")}>
            {services.map(({ id, name, rule }) => (
              <RuleRow
                key={id}
                name={name}
                rule={rule}
                inherited={inheritedBy([business], branches)}
                target={{ serviceId: id }}
              />
            ))}
          </RuleGroup>
        )}
      </Section>
      <Section title={t("phone.title")} aside={<EditCallPolicy policy={callPolicy} />}>
        <CallPolicyFacts policy={callPolicy} />
      </Section>
    </div>
  );
}

function RuleGroup({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <h3 className="border-t pt-6 pb-1 font-medium text-muted-foreground">{title}</h3>
      <ul>{children}</ul>
    </>
  );
}
