"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { setupHours } from "@/contracts/onboarding";
import { type Outputs, useTRPC } from "@/trpc/client";
import { WeekField } from "../form/week-field";
import { StepForm } from "./step-form";
import { useKeptForm } from "./use-kept-form";
import { useSettle } from "./use-settle";
import { useSetupChanged } from "./use-setup";
import { WorkdayFields } from "./workday-fields";

interface HoursFormProps {
  branch: Outputs["branches"]["get"];
  onDone: () => void;
}

/** Monday to Friday at one stroke, then what is different on single days. */
export function HoursForm({ branch, onDone }: HoursFormProps) {
  const t = useTranslations("onboarding.hours");
  const trpc = useTRPC();
  const changed = useSetupChanged();
  const set = useMutation(trpc.onboarding.setUpHours.mutationOptions());
  const { settle } = useSettle("hours", onDone);
  const { form, forget, startAgain } = useKeptForm(
    "hours",
    setupHours,
    { ranges: branch.openingHours },
    { branchId: branch.id, version: branch.version },
  );
  const save = async (values: Parameters<typeof set.mutateAsync>[0]) => {
    await set.mutateAsync(values);
    forget();
    await changed();
    onDone();
  };
  return (
    <StepForm
      form={form}
      save={save}
      submitLabel={t("submit")}
      onSkip={() => settle("skipped")}
      onStartAgain={startAgain}
    >
      <WorkdayFields />
      <WeekField name="ranges" emptyDay={t("closed")} />
    </StepForm>
  );
}
