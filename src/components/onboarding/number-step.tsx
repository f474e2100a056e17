"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { Button } from "../ui/button";
import { useErrorToast } from "../use-error-toast";
import { ServicesFirst } from "./services-first";
import { StepActions } from "./step-actions";
import type { StepProps } from "./step-props";
import { useSettle } from "./use-settle";
import { useSetupChanged } from "./use-setup";
import { WishForm } from "./wish-form";

/** The demo has numbers to give; elsewhere people keep theirs, and the operator connects it. */
export function NumberStep({ setup, goOn, goTo }: StepProps) {
  const t = useTranslations("onboarding");
  const [isEditing, setEditing] = useState(false);
  if (setup.phoneNumber)
    return (
      <>
        <Shown title={t("number.yours")} phoneNumber={setup.phoneNumber} />
        <StepActions label={t("next")} onGoOn={goOn} />
      </>
    );
  if (setup.branchId === null) return <ServicesFirst goTo={goTo} />;
  if (setup.hasDemoNumbers) return <DemoNumber goOn={goOn} />;
  if (setup.wishedNumber && !isEditing)
    return (
      <>
        <Shown title={t("number.wished")} phoneNumber={setup.wishedNumber} />
        <p className="max-w-prose pb-4 text-muted-foreground">{t("number.wishedText")}</p>
        <Button variant="link" className="mb-4" onClick={() => setEditing(true)}>
          {t("number.change")}
        </Button>
        <StepActions label={t("next")} onGoOn={goOn} />
      </>
    );
  return <WishForm wished={setup.wishedNumber} onDone={goOn} />;
}

function Shown({ title, phoneNumber }: { title: string; phoneNumber: string }) {
  return (
    <p className="pb-5">
      <span className="block text-muted-foreground text-table">{title}</span>
      <span className="font-semibold text-title tabular-nums">{formatPhone(phoneNumber)}</span>
    </p>
  );
}

function DemoNumber({ goOn }: { goOn: () => void }) {
  const t = useTranslations("onboarding.number");
  const trpc = useTRPC();
  const changed = useSetupChanged();
  const sayError = useErrorToast();
  const { settle } = useSettle("number", goOn);
  const { mutate, isPending } = useMutation(
    trpc.onboarding.takeDemoNumber.mutationOptions({
      onSuccess: changed,
      onError: sayError,
    }),
  );
  return (
    <StepActions
      label={t(isPending ? "taking" : "take")}
      isBusy={isPending}
      onGoOn={() => isPending || mutate()}
      onSkip={() => settle("skipped")}
    />
  );
}
