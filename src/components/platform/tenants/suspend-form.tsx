"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { LongTextField } from "@/components/form/form-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { toast } from "@/components/toast";
import { suspension } from "@/contracts/platform";
import { useTRPC } from "@/trpc/client";

export function SuspendForm({ tenantId, onDone }: { tenantId: string; onDone: () => void }) {
  const t = useTranslations("platform.suspension");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useZodForm(suspension, { tenantId, reason: "" });
  const suspend = useMutation(trpc.platform.suspendTenant.mutationOptions());
  const save = async (values: { tenantId: string; reason: string }) => {
    await suspend.mutateAsync(values);
    await queryClient.invalidateQueries(trpc.platform.pathFilter());
    toast.success(t("suspended"));
    onDone();
  };
  return (
    <Form form={form} save={save} submitLabel={t("suspend")}>
      <LongTextField name="reason" label={t("reason")} hint={t("reasonHint")} rows={3} />
    </Form>
  );
}
