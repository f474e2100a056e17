"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { apiKeyForm } from "@/contracts/api-keys";
import { type ApiScope, apiScopes } from "@/contracts/permissions";
import { useTRPC } from "@/trpc/client";
import { ChoicesField } from "../../form/choices-field";
import { Form } from "../../form/form";
import { TextField } from "../../form/form-field";
import { useZodForm } from "../../form/use-zod-form";
import { Button } from "../../ui/button";
import { ShownOnce } from "../shown-once";
import { scopeKey } from "./scope-key";

export function NewApiKeyForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("settings.apiKeys");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useZodForm(apiKeyForm, { name: "", scopes: [] as ApiScope[] });
  const create = useMutation(
    trpc.apiKeys.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.apiKeys.pathFilter()),
    }),
  );
  if (create.data)
    return (
      <>
        <ShownOnce label={t("key")} text={create.data.key} hint={t("keyHint")} />
        <Button variant="primary" className="md:self-start" onClick={onDone}>
          {t("done")}
        </Button>
      </>
    );
  return (
    <Form form={form} save={create.mutateAsync} submitLabel={t("submit")}>
      <TextField name="name" label={t("name")} hint={t("nameHint")} />
      <ChoicesField
        name="scopes"
        label={t("scopes")}
        options={apiScopes.map((scope) => ({ id: scope, label: t(`scope.${scopeKey(scope)}`) }))}
      />
    </Form>
  );
}
