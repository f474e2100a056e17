"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type BookingRule, bookingRule } from "@/contracts/booking-rules";
import { useTRPC } from "@/trpc/client";
import { Form } from "../form/form";
import { LongTextField, TextField } from "../form/form-field";
import { useZodForm } from "../form/use-zod-form";
import { toast } from "../toast";
import type { Inherited } from "./inherited";
import { numberFields, useRuleText } from "./use-rule-text";

export interface RuleTarget {
  branchId?: number;
  serviceId?: number;
}

export interface RuleFormProps {
  rule: BookingRule;
  inherited?: Inherited;
  target: RuleTarget;
  onSaved: () => void;
}

export function RuleForm({ rule, inherited, target, onSaved }: RuleFormProps) {
  const t = useTranslations("settings.bookingRules");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { placeholder } = useRuleText();
  const form = useZodForm(bookingRule, rule);
  const change = useMutation(trpc.bookingRules.changeRule.mutationOptions());
  const save = async (values: BookingRule) => {
    await change.mutateAsync({ ...target, ...values });
    await queryClient.invalidateQueries(trpc.bookingRules.pathFilter());
    toast.success(t("saved"));
    onSaved();
  };
  return (
    <Form form={form} save={save} submitLabel={t("edit.submit")}>
      {numberFields.map((field) => (
        <TextField
          key={field}
          name={field}
          label={t(`field.${field}`)}
          hint={t.has(`hint.${field as "maxMoves"}`) ? t(`hint.${field as "maxMoves"}`) : undefined}
          placeholder={placeholder(field, inherited)}
          inputMode="numeric"
          maxLength={4}
          className="tabular-nums"
        />
      ))}
      <LongTextField
        name="feeText"
        label={t("field.feeText")}
        hint={t("hint.feeText")}
        placeholder={placeholder("feeText", inherited)}
        rows={3}
        maxLength={500}
      />
    </Form>
  );
}
