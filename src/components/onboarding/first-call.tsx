"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { CallerLine } from "../caller-line";
import { CallAppointments } from "../calls/call-appointments";
import { Transcript } from "../calls/transcript";
import { EmptyState } from "../empty-state";
import { OutcomeBadge } from "../outcome-badge";
import { QueryErrorState } from "../query-error-state";
import { Section } from "../section";
import { StatusMark } from "../status-mark";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";

interface FirstCallProps {
  callId: number;
  /** Starts another one, where that can be done. */
  again: ReactNode;
}

/** What is said while it is said, and then what came of it. */
export function FirstCall({ callId, again }: FirstCallProps) {
  const t = useTranslations("onboarding.testCall");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const query = useQuery(trpc.calls.get.queryOptions({ callId }));
  const call = query.data;
  if (!call) return query.isError ? <QueryErrorState query={query} /> : <Skeleton className="h-64 w-full" />;
  const isOver = call.status !== "ongoing";
  const [appointment] = call.appointments;
  return (
    <div className="flex flex-col gap-7">
      {isOver && (
        <div role="status" className="flex flex-col gap-3">
          {appointment ? (
            <>
              <StatusMark icon={CalendarCheck} tone="success" className="font-medium">
                {t("booked")}
              </StatusMark>
              <CallAppointments appointments={call.appointments} />
            </>
          ) : (
            call.outcome && (
              <EmptyState title={t("nothing")} className="py-0">
                {t("why")}
              </EmptyState>
            )
          )}
          <div className="flex flex-wrap gap-2">
            <Button asChild variant="primary">
              <Link href={`/${slug}`}>{t("finish")}</Link>
            </Button>
            <Button asChild>
              <Link href={`/${slug}/calls/${callId}`}>{t("toCall")}</Link>
            </Button>
            {again}
          </div>
        </div>
      )}
      <Section title={t("live")} aside={<OutcomeBadge outcome={call.outcome} status={call.status} />}>
        <p className="pt-4">
          <CallerLine name={call.customerName} phone={call.fromNumber} firstTime={call.firstTime} />
        </p>
        <Transcript call={call} />
      </Section>
    </div>
  );
}
