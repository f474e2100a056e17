"use client";

import { Check, Circle, CircleDot, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { type SetupStep, setupSteps } from "@/contracts/trades";
import { cn } from "../class-names";
import type { Setup } from "./use-setup";

interface StepNavProps {
  setup: Setup;
  current: SetupStep;
  onChoose: (step: SetupStep) => void;
}

/** Every step with what became of it; each can be taken at any time. */
export function StepNav({ setup, current, onChoose }: StepNavProps) {
  const t = useTranslations("onboarding.steps");
  return (
    <nav aria-label={t("label")}>
      <p className="pb-2 text-muted-foreground text-table lg:hidden">
        {t("position", { step: setupSteps.indexOf(current) + 1, count: setupSteps.length })}
      </p>
      <ol className="flex gap-1 lg:flex-col">
        {setupSteps.map((step) => (
          <li key={step} className="flex-1 lg:flex-none">
            <button
              type="button"
              aria-current={step === current ? "step" : undefined}
              onClick={() => onChoose(step)}
              className={cn(
                "flex h-11 w-full items-center justify-center gap-2.5 rounded-control px-2.5 transition-colors duration-150 hover:bg-hover lg:h-9 lg:justify-start",
                step === current ? "bg-muted font-medium" : "text-muted-foreground",
              )}
            >
              <StepIcon state={setup.steps[step]} isCurrent={step === current} />
              <span className="sr-only lg:not-sr-only">{t(step)}</span>
              <span className="sr-only">({t(setup.steps[step] ?? "open")})</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepIcon({ state, isCurrent }: { state: Setup["steps"][SetupStep]; isCurrent: boolean }) {
  const Icon = state === "done" ? Check : isCurrent ? CircleDot : state === "skipped" ? Clock : Circle;
  const tone = state === "done" ? "text-success-text" : isCurrent ? "text-primary-text" : undefined;
  return <Icon aria-hidden="true" className={cn("size-4 shrink-0", tone)} />;
}
