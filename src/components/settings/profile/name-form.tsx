"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { changeNameInput } from "@/contracts/users";
import { useTRPC } from "@/trpc/client";
import { Form } from "../../form/form";
import { TextField } from "../../form/form-field";
import { useZodForm } from "../../form/use-zod-form";
import { toast } from "../../toast";

export function NameForm({ name, onDone }: { name: string; onDone: () => void }) {
  const t = useTranslations("profile");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const form = useZodForm(changeNameInput, { name });
  const change = useMutation(trpc.account.changeName.mutationOptions());
  const save = async (values: z.output<typeof changeNameInput>) => {
    await change.mutateAsync(values);
    await queryClient.invalidateQueries(trpc.account.me.pathFilter());
    toast.success(t("saved"));
    onDone();
    // The name also stands in the frame of the page, which the server renders.
    router.refresh();
  };
  return (
    <Form form={form} save={save} submitLabel={t("person.save")}>
      <TextField name="name" label={t("person.name")} autoComplete="name" />
    </Form>
  );
}
