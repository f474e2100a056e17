"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { calcomConnectionForm } from "@/contracts/calcom-connection";
import { useTRPC } from "@/trpc/client";
import { Form } from "../../form/form";
import { TextField } from "../../form/form-field";
import { useZodForm } from "../../form/use-zod-form";
import { toast } from "../../toast";

export function CalcomForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("settings.integrations");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useZodForm(calcomConnectionForm, {
    apiKey: "",
    teamSlug: "",
    username: "",
    organizerEmail: "",
  });
  const connect = useMutation(trpc.integrations.connectCalcom.mutationOptions());
  const save = async (values: z.output<typeof calcomConnectionForm>) => {
    await connect.mutateAsync(values);
    await queryClient.invalidateQueries(trpc.integrations.pathFilter());
    toast.success(t("connected"));
    onDone();
  };
  return (
    <Form form={form} save={save} submitLabel={t("connect")}>
      <TextField name="apiKey" label={t("apiKey")} hint={t("apiKeyHint")} type="password" />
      <TextField name="teamSlug" label={t("team")} hint={t("teamHint")} autoCapitalize="none" />
      <TextField name="username" label={t("username")} autoCapitalize="none" />
      <TextField
        name="organizerEmail"
        label={t("organizer")}
        hint={t("organizerHint")}
        type="email"
        inputMode="email"
      />
    </Form>
  );
}
