"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { newStaffMember } from "@/contracts/staff";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { ChoicesField } from "../form/choices-field";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import { StaffDetailsFields } from "./staff-details-fields";
import { useSave } from "./use-save";

export function NewStaffForm({ homeBranchId, onDone }: { homeBranchId?: number; onDone: () => void }) {
  const t = useTranslations("team.staff");
  const trpc = useTRPC();
  const router = useRouter();
  const { slug } = useBusiness();
  const { data: services = [] } = useQuery(trpc.catalog.services.queryOptions());
  const create = useMutation(
    trpc.staff.create.mutationOptions({
      onSuccess: ({ id }) => router.push(`/${slug}/team/staff/${id}`),
    }),
  );
  const save = useSave(onDone);
  const form = useZodForm(newStaffMember, {
    name: "",
    email: "",
    phone: "",
    homeBranchId,
    serviceIds: [],
  });
  return (
    <Form form={form} save={save(create.mutateAsync)} submitLabel={t("create")}>
      <StaffDetailsFields />
      <ChoicesField
        name="serviceIds"
        label={t("form.services")}
        options={services.map(({ id, name }) => ({ id, label: name }))}
        none={t("form.noServices")}
      />
    </Form>
  );
}
