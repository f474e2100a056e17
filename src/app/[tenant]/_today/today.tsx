"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useBusiness } from "@/components/business-context";
import { SetUpCard } from "@/components/onboarding/set-up-card";
import { PageHeader } from "@/components/page-header";
import { Attention } from "./attention";
import { Callbacks } from "./callbacks";
import { CurrentCalls } from "./current-calls";
import { NextAppointments } from "./next-appointments";
import { TestCallButton } from "./test-call-button";

/** What is going on, and what to do next. */
export function Today() {
  const t = useTranslations("today");
  const format = useFormatter();
  const { timeZone, can } = useBusiness();
  const date = format.dateTime(new Date(), { weekday: "long", day: "numeric", month: "long", timeZone });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={<span suppressHydrationWarning>{date}</span>}
        actions={can("appointments:write") && <TestCallButton />}
      />
      <SetUpCard />
      <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-9">
          <CurrentCalls />
          <Callbacks />
        </div>
        <div className="flex min-w-0 flex-col gap-9">
          <Attention />
          <NextAppointments />
        </div>
      </div>
    </>
  );
}
