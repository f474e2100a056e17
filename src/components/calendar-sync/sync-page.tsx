"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { EmptyState } from "../empty-state";
import { PageHeader } from "../page-header";
import { QueryErrorState } from "../query-error-state";
import { RelativeTime } from "../relative-time";
import { Section } from "../section";
import { Button } from "../ui/button";
import { DriftRow } from "./drift-row";
import { SlotAges } from "./slot-ages";
import { Waiting } from "./waiting";

const everyMinute = { refetchInterval: 60_000 };

/** Where this calendar and Cal.com differ, with both versions and each way out; below, how fresh the copy is. */
export function SyncPage() {
  const t = useTranslations("calendarSync");
  const trpc = useTRPC();
  const state = useQuery(trpc.calendarSync.state.queryOptions(undefined, everyMinute));
  const drifts = useQuery(trpc.calendarSync.drifts.queryOptions(undefined, everyMinute));
  if (state.isError && !state.data) return <QueryErrorState query={state} />;
  if (state.data === null)
    return (
      <>
        <PageHeader title={t("title")} />
        <NotConnected />
      </>
    );
  return (
    <>
      <PageHeader title={t("title")} description={<Connection />} />
      <div className="flex max-w-4xl flex-col gap-9">
        {drifts.isError && !drifts.data && <QueryErrorState query={drifts} />}
        {drifts.data?.length === 0 && state.data?.comparedAt && (
          <EmptyState icon={CalendarCheck} title={t("none")} className="py-2">
            {t("noneHint")}
          </EmptyState>
        )}
        {drifts.data && drifts.data.length > 0 && (
          <Section title={t("decide")} aside={drifts.data.length}>
            <ul>
              {drifts.data.map((drift) => (
                <DriftRow key={drift.appointmentId} drift={drift} />
              ))}
            </ul>
          </Section>
        )}
        <Waiting />
        {state.data && <SlotAges eventTypes={state.data.eventTypes} />}
      </div>
    </>
  );
}

function NotConnected() {
  const t = useTranslations("calendarSync");
  const { slug, can } = useBusiness();
  const connect = can("settings:write") && (
    <Button asChild>
      <Link href={`/${slug}/settings/integrations`}>{t("connect")}</Link>
    </Button>
  );
  return (
    <EmptyState icon={CalendarCheck} title={t("notConnected")} action={connect} className="border-t">
      {t("notConnectedHint")}
    </EmptyState>
  );
}

/** One line: is Cal.com there, and when was everything last compared. */
function Connection() {
  const t = useTranslations("calendarSync");
  const trpc = useTRPC();
  const { timeZone } = useBusiness();
  const { data } = useQuery(trpc.calendarSync.state.queryOptions());
  if (!data) return null;
  if (data.failures > 0) return t("trouble");
  const { comparedAt } = data;
  if (!comparedAt) return t("neverCompared");
  return t.rich("compared", { time: () => <RelativeTime value={comparedAt} timeZone={timeZone} /> });
}
