"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { serviceChange } from "@/contracts/services";
import { useTRPC } from "@/trpc/client";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import type { Service } from "./outputs";
import { ServiceFields } from "./service-form";
import { useSave } from "./use-save";

export function EditServiceForm({ service, onDone }: { service: Service; onDone: () => void }) {
  const t = useTranslations("team");
  const trpc = useTRPC();
  const change = useMutation(trpc.services.change.mutationOptions());
  const save = useSave(onDone);
  const { id, version, places, upcoming, active, description, ...values } = service;
  const form = useZodForm(serviceChange, {
    ...values,
    serviceId: id,
    version,
    description: description ?? "",
  });
  return (
    <Form form={form} save={save(change.mutateAsync)} submitLabel={t("save")}>
      <ServiceFields upcoming={upcoming} />
    </Form>
  );
}
