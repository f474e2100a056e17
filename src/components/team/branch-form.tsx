"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { branchChange } from "@/contracts/branches";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import { BranchFields } from "./branch-fields";
import type { Branch } from "./outputs";
import { useSave } from "./use-save";

export function BranchForm({ branch, onDone }: { branch: Branch; onDone: () => void }) {
  const t = useTranslations("team");
  const trpc = useTRPC();
  const change = useMutation(trpc.branches.change.mutationOptions());
  const save = useSave(onDone);
  const form = useZodForm(branchChange, {
    branchId: branch.id,
    version: branch.version,
    name: branch.name,
    address: branch.address ?? "",
    phone: branch.phone ? formatPhone(branch.phone) : "",
    federalState: branch.federalState,
    timeZone: branch.timeZone,
  });
  return (
    <Form form={form} save={save(change.mutateAsync)} submitLabel={t("save")}>
      <BranchFields />
    </Form>
  );
}
