"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/form-field";
import { SelectField } from "@/components/form/select-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { Button } from "@/components/ui/button";
import { newTenant } from "@/contracts/platform";
import { tenantKinds } from "@/contracts/tenants";
import { slugOf } from "@/lib/slug";
import { useTRPC } from "@/trpc/client";
import { InvitationShown } from "./invitation-shown";

/** A business and its owner's way in; its address follows the name until somebody writes another. */
export function NewTenantForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("platform.tenants");
  const kinds = useTranslations("terms.tenantKind");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useZodForm(newTenant, { name: "", kind: "medical", slug: "", ownerEmail: "" });
  const followed = useRef("");
  const create = useMutation(
    trpc.platform.createTenant.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.platform.tenants.pathFilter()),
    }),
  );
  if (create.data)
    return (
      <>
        <InvitationShown invitation={create.data.invitation} />
        <div className="flex flex-wrap gap-2">
          <Button asChild variant="primary">
            <Link href={`/platform/tenants/${create.data.tenant.slug}`}>{t("new.show")}</Link>
          </Button>
          <Button onClick={onDone}>{t("new.done")}</Button>
        </div>
      </>
    );
  const follow = () => {
    const { name, slug } = form.getValues();
    if (slug !== followed.current || !name.trim()) return;
    followed.current = slugOf(name);
    form.setValue("slug", followed.current, { shouldValidate: form.formState.isSubmitted });
  };
  return (
    <Form form={form} save={create.mutateAsync} submitLabel={t("new.submit")}>
      <TextField name="name" label={t("name")} onBlurCapture={follow} />
      <SelectField
        name="kind"
        label={t("kind")}
        options={tenantKinds.map((value) => ({ value, label: kinds(value) }))}
      />
      <TextField
        name="slug"
        label={t("new.slug")}
        hint={t("new.slugHint")}
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        name="ownerEmail"
        label={t("new.owner")}
        type="email"
        inputMode="email"
        autoCapitalize="none"
      />
    </Form>
  );
}
