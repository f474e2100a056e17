"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { branchChange } from "@/contracts/branches";
import { federalStates } from "@/contracts/tenants";
import { formatPhone } from "@/lib/phone-display";
import { type Outputs, useTRPC } from "@/trpc/client";
import { TextField } from "../form/form-field";
import { SelectField } from "../form/select-field";
import { StepForm } from "./step-form";
import { useKeptForm } from "./use-kept-form";
import { useSettle } from "./use-settle";
import { useSetupChanged } from "./use-setup";

interface PlaceFormProps {
  branch: Outputs["branches"]["get"];
  onDone: () => void;
}

/** Where the business is found. */
export function PlaceForm({ branch, onDone }: PlaceFormProps) {
  const t = useTranslations("onboarding.branch");
  const states = useTranslations("terms.federalState");
  const trpc = useTRPC();
  const changed = useSetupChanged();
  const change = useMutation(trpc.onboarding.setUpBranch.mutationOptions());
  const { settle } = useSettle("branch", onDone);
  const { name, federalState } = branch;
  const { form, forget, startAgain } = useKeptForm(
    "branch",
    branchChange,
    {
      name,
      federalState,
      address: branch.address ?? "",
      phone: branch.phone ? formatPhone(branch.phone) : "",
    },
    { branchId: branch.id, version: branch.version, timeZone: branch.timeZone },
  );
  const save = async (values: Parameters<typeof change.mutateAsync>[0]) => {
    await change.mutateAsync(values);
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
      <TextField name="name" label={t("name")} aria-required />
      <TextField name="address" label={t("address")} autoComplete="street-address" />
      <div className="grid items-start gap-4 md:grid-cols-2">
        <TextField name="phone" label={t("phone")} hint={t("phoneHint")} type="tel" autoComplete="tel" />
        <SelectField
          name="federalState"
          label={t("federalState")}
          options={federalStates.map((state) => ({ value: state, label: states(state) }))}
        />
      </div>
    </StepForm>
  );
}
