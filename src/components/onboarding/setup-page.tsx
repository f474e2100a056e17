"use client";

import { CircleCheck } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import type { SetupStep } from "@/contracts/trades";
import { useBusiness } from "../business-context";
import { EmptyState } from "../empty-state";
import { PageHeader } from "../page-header";
import { PageSkeleton } from "../page-skeleton";
import { QueryErrorState } from "../query-error-state";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { StepNav } from "./step-nav";
import type { StepProps } from "./step-props";
import { type Setup, useSetup, useStep } from "./use-setup";

function Loading() {
  return <Skeleton className="h-64 w-full" />;
}

/** In the browser only: they begin with what this tab has kept. */
const steps: Record<SetupStep, ComponentType<StepProps>> = {
  trade: dynamic(() => import("./trade-step").then((module) => module.TradeStep), {
    ssr: false,
    loading: Loading,
  }),
  hours: dynamic(() => import("./hours-step").then((module) => module.HoursStep), {
    ssr: false,
    loading: Loading,
  }),
  staff: dynamic(() => import("./staff-step").then((module) => module.StaffStep), {
    ssr: false,
    loading: Loading,
  }),
  branch: dynamic(() => import("./branch-step").then((module) => module.BranchStep), {
    ssr: false,
    loading: Loading,
  }),
  number: dynamic(() => import("./number-step").then((module) => module.NumberStep), {
    ssr: false,
    loading: Loading,
  }),
  testCall: dynamic(() => import("./test-call-step").then((module) => module.TestCallStep), {
    ssr: false,
    loading: Loading,
  }),
};

/** From nothing to the first call, one question at a time. */
export function SetupPage() {
  const t = useTranslations("onboarding");
  const query = useSetup();
  const { slug } = useBusiness();
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) return <QueryErrorState query={query} />;
  return (
    <>
      <PageHeader title={t("title")} description={query.data && t("text")} />
      {query.data ? (
        <Steps setup={query.data} />
      ) : (
        <EmptyState
          icon={CircleCheck}
          title={t("none")}
          className="border-t"
          action={
            <Button asChild variant="primary">
              <Link href={`/${slug}/team`}>{t("toTeam")}</Link>
            </Button>
          }
        >
          {t("noneText")}
        </EmptyState>
      )}
    </>
  );
}

function Steps({ setup }: { setup: Setup }) {
  const t = useTranslations("onboarding");
  const { step, choose, goOn } = useStep(setup);
  const Step = steps[step];
  return (
    <div className="grid gap-x-14 gap-y-6 lg:grid-cols-[14rem_minmax(0,40rem)]">
      <StepNav setup={setup} current={step} onChoose={choose} />
      <section aria-labelledby="step-title" className="min-w-0">
        <h2 id="step-title" className="font-semibold text-lg">
          {t(`${step}.title`)}
        </h2>
        <p className="max-w-prose pt-0.5 pb-5 text-muted-foreground">
          {t(step === "number" && setup.hasDemoNumbers ? "number.demoText" : `${step}.text`)}
        </p>
        <Step key={step} setup={setup} goOn={goOn} goTo={choose} />
      </section>
    </div>
  );
}
