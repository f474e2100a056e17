"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { priorities } from "@/contracts/calls";
import { useTRPC } from "@/trpc/client";
import { Field } from "../form/field";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { NativeSelect } from "../ui/native-select";
import { Textarea } from "../ui/textarea";
import { useErrorMessage } from "../use-error-message";

export function CallbackForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("callbacks");
  const terms = useTranslations("terms.priority");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const message = useErrorMessage();
  const request = useMutation(
    trpc.callbacks.request.mutationOptions({
      onSuccess: () => {
        onDone();
        toast.success(t("noted"));
      },
      onSettled: () =>
        Promise.all(
          [trpc.callbacks, trpc.today].map((router) => queryClient.invalidateQueries(router.pathFilter())),
        ),
    }),
  );
  const [priority, setPriority] = useState<(typeof priorities)[number]>("normal");
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (request.isPending) return;
    const form = new FormData(event.currentTarget);
    const read = (field: string) => String(form.get(field) ?? "");
    request.mutate({ name: read("name"), phone: read("phone"), reason: read("reason"), priority });
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t("form.name")}>
        {(control) => <Input {...control} name="name" maxLength={255} autoComplete="off" autoFocus />}
      </Field>
      <Field
        label={t("form.phone")}
        hint={t("form.phoneHint")}
        error={request.isError && request.error.data?.error?.kind === "invalid" && t("form.phoneInvalid")}
      >
        {(control) => (
          <Input {...control} name="phone" type="tel" required maxLength={40} autoComplete="off" />
        )}
      </Field>
      <Field label={t("form.reason")}>
        {(control) => <Textarea {...control} name="reason" maxLength={1000} />}
      </Field>
      <Field label={t("column.priority")} hint={t(`form.due.${priority}`)}>
        {(control) => (
          <NativeSelect
            {...control}
            value={priority}
            onValueChange={(value) => setPriority(value as typeof priority)}
          >
            {priorities.map((one) => (
              <option key={one} value={one}>
                {terms(one)}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <p role="alert" className="min-h-5 text-danger-text">
        {request.isError && request.error.data?.error?.kind !== "invalid" && message(request.error).said}
      </p>
      <Button type="submit" variant="primary" aria-disabled={request.isPending}>
        {t("note")}
      </Button>
    </form>
  );
}
