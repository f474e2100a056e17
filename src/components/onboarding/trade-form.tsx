"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { templateForm } from "@/contracts/onboarding";
import type { ServiceOffer } from "@/contracts/services";
import { federalStates } from "@/contracts/tenants";
import { type Trade, trades } from "@/contracts/trades";
import { useTRPC } from "@/trpc/client";
import { FormField } from "../form/form-field";
import { SelectField } from "../form/select-field";
import { NativeSelect } from "../ui/native-select";
import { useErrorToast } from "../use-error-toast";
import { OfferFields } from "./offer-fields";
import { StepForm } from "./step-form";
import { useKeptForm } from "./use-kept-form";
import { useSetupChanged } from "./use-setup";

interface TradeFormProps {
  trade: Trade;
  services: ServiceOffer[];
  onDone: () => void;
}

export function TradeForm({ trade, services, onDone }: TradeFormProps) {
  const t = useTranslations("onboarding.trade");
  const states = useTranslations("terms.federalState");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const changed = useSetupChanged();
  const apply = useMutation(trpc.onboarding.applyTemplate.mutationOptions());
  const { form, forget } = useKeptForm("trade", templateForm, { trade, services });

  /** Another trade brings its own services, so what stands there goes. */
  const suggest = async (other: Trade) => {
    try {
      const template = await queryClient.fetchQuery(trpc.onboarding.template.queryOptions({ trade: other }));
      form.setValue("trade", other);
      form.setValue("services", template.services);
    } catch (error) {
      sayError(error);
    }
  };
  const save = async (values: Parameters<typeof apply.mutateAsync>[0]) => {
    await apply.mutateAsync(values);
    forget();
    await changed();
    onDone();
  };
  return (
    <StepForm form={form} save={save} submitLabel={t("submit")}>
      <div className="grid gap-4 md:grid-cols-2">
        <FormField name="trade" label={t("trade")}>
          {(control, { value, onBlur, ref }) => (
            <NativeSelect
              {...control}
              ref={ref}
              onBlur={onBlur}
              value={value}
              onValueChange={(chosen) => suggest(chosen as Trade)}
            >
              {trades.map((name) => (
                <option key={name} value={name}>
                  {t(`names.${name}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
        <SelectField
          name="federalState"
          label={t("federalState")}
          hint={t("federalStateHint")}
          placeholder={t("chooseState")}
          options={federalStates.map((state) => ({ value: state, label: states(state) }))}
        />
      </div>
      <OfferFields />
    </StepForm>
  );
}
