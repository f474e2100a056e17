"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { newService } from "@/contracts/services";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import { blankService, ServiceFields } from "./service-form";
import { useSave } from "./use-save";

export function NewServiceForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("team.service");
  const trpc = useTRPC();
  const router = useRouter();
  const { slug } = useBusiness();
  const create = useMutation(
    trpc.services.create.mutationOptions({
      onSuccess: ({ id }) => router.push(`/${slug}/team/services/${id}`),
    }),
  );
  const save = useSave(onDone);
  const form = useZodForm(newService, blankService);
  return (
    <Form form={form} save={save(create.mutateAsync)} submitLabel={t("create")}>
      <ServiceFields />
    </Form>
  );
}
