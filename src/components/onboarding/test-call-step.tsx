"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { LiveDot } from "../live-dot";
import { Button } from "../ui/button";
import { useErrorToast } from "../use-error-toast";
import { FirstCall } from "./first-call";
import { StepActions } from "./step-actions";
import type { StepProps } from "./step-props";
import { useSettle } from "./use-settle";

/** Comes for the first time, wants an appointment and books it. */
const scenario = "neukunde";

export function TestCallStep({ setup, goTo }: StepProps) {
  const t = useTranslations("onboarding.testCall");
  const trpc = useTRPC();
  const sayError = useErrorToast();
  const { slug } = useBusiness();
  /** The last call before one was started here; what comes after it is that one. */
  const [before, setBefore] = useState<number | null>();
  const isWaiting = before !== undefined && setup.lastCallId === before;
  // Calls arrive by themselves; should that be interrupted, this looks.
  useQuery(trpc.onboarding.get.queryOptions(undefined, { refetchInterval: isWaiting ? 2_000 : false }));
  const start = useMutation(
    trpc.testCalls.start.mutationOptions({
      onError: (error) => {
        setBefore(undefined);
        sayError(error);
      },
    }),
  );
  const ring = () => {
    if (start.isPending || isWaiting) return;
    setBefore(setup.lastCallId);
    start.mutate({ scenario });
  };
  if (!setup.phoneNumber && setup.hasDemoNumbers)
    return (
      <div className="flex flex-col items-start gap-3">
        <p>{t("noNumber")}</p>
        <Button variant="primary" onClick={() => goTo("number")}>
          {t("toNumber")}
        </Button>
      </div>
    );
  if (!setup.hasDemoNumbers && setup.lastCallId === null) return <NoCallers />;
  return (
    <>
      {setup.lastCallId === null && !isWaiting && <StepActions label={t("start")} onGoOn={ring} />}
      <p role="status" className="flex items-center gap-2 text-muted-foreground empty:hidden">
        {isWaiting && (
          <>
            <LiveDot />
            {t("starting")}
          </>
        )}
      </p>
      {setup.lastCallId !== null && !isWaiting && (
        <FirstCall
          key={setup.lastCallId}
          callId={setup.lastCallId}
          again={
            setup.hasDemoNumbers && (
              <Button variant="ghost" onClick={ring}>
                {t("again")}
              </Button>
            )
          }
        />
      )}
      {setup.lastCallId === null && (
        <Button asChild variant="link" className="mt-6">
          <Link href={`/${slug}`}>{t("finish")}</Link>
        </Button>
      )}
    </>
  );
}

/** Without the stand-ins only real people call. */
function NoCallers() {
  const t = useTranslations("onboarding.testCall");
  const { slug } = useBusiness();
  const { settle, isPending } = useSettle("testCall", () => location.assign(`/${slug}`));
  return (
    <>
      <p className="max-w-prose pb-4">{t("unavailable")}</p>
      <StepActions label={t("finish")} isBusy={isPending} onGoOn={() => settle("skipped")} />
    </>
  );
}
