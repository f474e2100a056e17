"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type CallPolicy, callPolicy } from "@/contracts/booking-rules";
import { callerProofs } from "@/contracts/tenants";
import { useTRPC } from "@/trpc/client";
import { CheckField } from "../form/check-field";
import { Form } from "../form/form";
import { TextField } from "../form/form-field";
import { SelectField } from "../form/select-field";
import { useZodForm } from "../form/use-zod-form";
import { toast } from "../toast";

export function CallPolicyForm({ policy, onSaved }: { policy: CallPolicy; onSaved: () => void }) {
  const t = useTranslations("settings.bookingRules");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useZodForm(callPolicy, policy);
  const change = useMutation(trpc.bookingRules.changeCallPolicy.mutationOptions());
  const save = async (values: CallPolicy) => {
    await change.mutateAsync(values);
    await queryClient.invalidateQueries(trpc.bookingRules.pathFilter());
    toast.success(t("saved"));
    onSaved();
  };
  return (
    <Form form={form} save={save} submitLabel={t("edit.submit")}>
      <CheckField name="spokenYesRequired" label={t("phone.askYes")} hint={t("phone.askYesHint")} />
      <TextField
        name="holdMinutes"
        label={t("phone.holdMinutes")}
        hint={t("phone.holdHint")}
        inputMode="numeric"
        maxLength={2}
        className="tabular-nums"
      />
      <SelectField
        name="callerProof"
        label={t("phone.proof")}
        hint={t("phone.proofHint")}
        options={callerProofs.map((value) => ({ value, label: t(`phone.proofs.${value}`) }))}
      />
      <CheckField name="saysHalfHours" label={t("phone.sayHalf")} hint={t("phone.sayHalfHint")} />
    </Form>
  );
}
