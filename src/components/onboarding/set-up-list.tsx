"use client";

import { useMutation } from "@tanstack/react-query";
import { Check, Circle, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { setupSteps } from "@/contracts/trades";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { useErrorToast } from "../use-error-toast";
import { type Setup, useSetupChanged } from "./use-setup";

/** The steps with what became of each, and the way on. */
export function SetUpList({ setup }: { setup: Setup }) {
  const t = useTranslations("onboarding.card");
  const names = useTranslations("onboarding.steps");
  const trpc = useTRPC();
  const changed = useSetupChanged();
  const sayError = useErrorToast();
  const { slug } = useBusiness();
  const dismiss = useMutation(
    trpc.onboarding.dismiss.mutationOptions({
      onSuccess: async () => {
        await changed();
        toast(t("dismissed"));
      },
      onError: sayError,
    }),
  );
  const left = setupSteps.filter((step) => setup.steps[step] !== "done");
  return (
    <section
      aria-labelledby="set-up-title"
      className="mb-7 rounded-surface border bg-surface px-4 py-3.5 md:px-5"
    >
      <div className="flex items-start justify-between gap-4">
        <div>
          <h2 id="set-up-title" className="font-semibold">
            {t("title")}
          </h2>
          <p className="text-muted-foreground">{t("text", { count: left.length })}</p>
        </div>
        <Button
          variant="ghost"
          size="icon"
          className="-mt-1.5 -mr-2"
          aria-label={t("dismiss")}
          aria-disabled={dismiss.isPending}
          onClick={() => dismiss.isPending || dismiss.mutate()}
        >
          <X />
        </Button>
      </div>
      <ul className="grid gap-x-6 py-2 sm:grid-cols-2 lg:grid-cols-3">
        {setupSteps.map((step) => {
          const isDone = setup.steps[step] === "done";
          const Icon = isDone ? Check : Circle;
          return (
            <li key={step}>
              <Link
                href={`/${slug}/onboarding?step=${step}`}
                className="-mx-2 flex min-h-11 items-center gap-2.5 rounded-control px-2 hover:bg-hover md:min-h-8"
              >
                <Icon
                  aria-hidden="true"
                  className={isDone ? "size-4 text-success-text" : "size-4 text-muted-foreground"}
                />
                <span className={isDone ? "text-muted-foreground" : undefined}>{names(step)}</span>
                <span className="sr-only">({names(isDone ? "done" : "open")})</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <Button asChild variant="primary" size="small" className="mt-1">
        <Link href={`/${slug}/onboarding`}>{t("continue")}</Link>
      </Button>
    </section>
  );
}
