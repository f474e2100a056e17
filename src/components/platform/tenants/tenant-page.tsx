"use client";

import { useQuery } from "@tanstack/react-query";
import { DoorOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Facts } from "@/components/facts";
import { Money } from "@/components/money";
import { PageHeader } from "@/components/page-header";
import { PageSkeleton } from "@/components/page-skeleton";
import { QueryErrorState } from "@/components/query-error-state";
import { Section } from "@/components/section";
import { Time } from "@/components/time";
import { Button } from "@/components/ui/button";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { platformTimeZone } from "../platform-time-zone";
import { LastCall } from "./last-call";
import { Owners } from "./owners";
import { Suspension } from "./suspension";
import { TenantStatus } from "./tenant-status";

/** What the operator knows of a business without going in. */
export function TenantPage({ slug }: { slug: string }) {
  const t = useTranslations("platform.tenant");
  const columns = useTranslations("platform.tenants");
  const terms = useTranslations("terms.tenantKind");
  const trpc = useTRPC();
  const query = useQuery(trpc.platform.tenant.queryOptions({ slug }));
  const tenant = query.data;
  if (!tenant) return query.isError ? <QueryErrorState query={query} /> : <PageSkeleton />;
  return (
    <>
      <PageHeader
        title={tenant.name}
        description={t("enterNote")}
        actions={
          <Button asChild variant="primary">
            <Link href={`/${slug}`} prefetch={false}>
              <DoorOpen />
              {t("enter")}
            </Link>
          </Button>
        }
      />
      <div className="grid gap-x-12 gap-y-9 lg:grid-cols-2">
        <Section title={t("facts")}>
          <Facts
            rows={[
              [columns("status"), <TenantStatus key="status" status={tenant.status} />],
              [columns("kind"), terms(tenant.kind)],
              [
                t("address"),
                <code key="slug" className="font-mono text-table">
                  /{tenant.slug}
                </code>,
              ],
              [columns("balance"), <Money key="balance" cents={tenant.balanceCents} />],
              [
                columns("lastCall"),
                <LastCall key="call" at={tenant.lastCallAt} timeZone={tenant.timeZone} />,
              ],
              [t("calendar"), t(tenant.calendarSource)],
              [t("since"), <Time key="since" value={tenant.createdAt} timeZone={platformTimeZone} />],
            ]}
          />
        </Section>
        <div className="flex flex-col gap-9">
          <Section title={t("numbers")}>
            {tenant.numbers.length === 0 && !tenant.wishedNumber && (
              <p className="py-3 text-muted-foreground">{t("noNumbers")}</p>
            )}
            <Facts
              rows={tenant.numbers.map(({ phoneNumber, branchName }) => [
                formatPhone(phoneNumber),
                branchName,
              ])}
            />
            {tenant.wishedNumber && (
              <p className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t py-2.5 first:border-t-0">
                <span>
                  <span className="tabular-nums">{formatPhone(tenant.wishedNumber)}</span>
                  <span className="text-muted-foreground"> · {t("wished")}</span>
                </span>
                <Button asChild variant="link">
                  <Link href="/platform/numbers">{t("connect")}</Link>
                </Button>
              </p>
            )}
          </Section>
          <Owners tenant={tenant} />
        </div>
      </div>
      <Suspension tenant={tenant} />
    </>
  );
}
