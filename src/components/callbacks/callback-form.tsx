"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { callbackForm, type CallbackForm as Values } from "@/contracts/callbacks";
import { priorities } from "@/contracts/calls";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { Form } from "../form/form";
import { LongTextField, TextField } from "../form/form-field";
import { SelectField } from "../form/select-field";
import { useZodForm } from "../form/use-zod-form";
import { toast } from "../toast";
import { KnownCustomers } from "./known-customers";

/** Because of which call, and what it says of the caller. */
export interface CallbackOfCall {
  callId: number;
  name: string | null;
  phone: string | null;
}

interface CallbackFormProps {
  call?: CallbackOfCall;
  onDone: () => void;
}

export function CallbackForm({ call, onDone }: CallbackFormProps) {
  const t = useTranslations("callbacks");
  const terms = useTranslations("terms.priority");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const request = useMutation(trpc.callbacks.request.mutationOptions());
  const form = useZodForm(callbackForm, {
    name: call?.name ?? "",
    phone: call?.phone ? formatPhone(call.phone) : "",
    reason: "",
    priority: "normal",
    callId: call?.callId,
  });
  const priority = useWatch({ control: form.control, name: "priority" });
  const save = async (values: Values) => {
    await request.mutateAsync(values);
    onDone();
    toast.success(t("noted"));
    await Promise.all(
      [trpc.callbacks, trpc.today, trpc.calls, trpc.customers].map((router) =>
        queryClient.invalidateQueries(router.pathFilter()),
      ),
    );
  };
  return (
    <Form form={form} save={save} submitLabel={t("note")}>
      <TextField name="name" label={t("form.name")} maxLength={255} autoFocus={!call} />
      {!call && <KnownCustomers form={form} />}
      <TextField
        name="phone"
        label={t("form.phone")}
        hint={t("form.phoneHint")}
        type="tel"
        maxLength={40}
        className="tabular-nums"
      />
      <LongTextField name="reason" label={t("form.reason")} maxLength={1000} autoFocus={Boolean(call)} />
      <SelectField
        name="priority"
        label={t("column.priority")}
        hint={t(`form.due.${priority}`)}
        options={priorities.map((one) => ({ value: one, label: terms(one) }))}
      />
    </Form>
  );
}
