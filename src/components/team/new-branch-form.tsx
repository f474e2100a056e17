"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { newBranch } from "@/contracts/branches";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import { BranchFields } from "./branch-fields";
import { useSave } from "./use-save";

export function NewBranchForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("team.branch");
  const trpc = useTRPC();
  const router = useRouter();
  const { slug, timeZone } = useBusiness();
  const create = useMutation(
    trpc.branches.create.mutationOptions({
      onSuccess: ({ id }) => router.push(`/${slug}/team/branches/${id}`),
    }),
  );
  const save = useSave(onDone);
  const form = useZodForm(newBranch, { name: "", address: "", phone: "", timeZone });
  return (
    <Form form={form} save={save(create.mutateAsync)} submitLabel={t("create")}>
      <BranchFields />
    </Form>
  );
}
