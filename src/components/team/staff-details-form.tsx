"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { staffChange } from "@/contracts/staff";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import type { StaffMember } from "./outputs";
import { StaffDetailsFields } from "./staff-details-fields";
import { useSave } from "./use-save";

export function StaffDetailsForm({ person, onDone }: { person: StaffMember; onDone: () => void }) {
  const t = useTranslations("team");
  const trpc = useTRPC();
  const change = useMutation(trpc.staff.change.mutationOptions());
  const save = useSave(onDone);
  const form = useZodForm(staffChange, {
    staffId: person.id,
    version: person.version,
    name: person.name,
    email: person.email ?? "",
    phone: person.phone ? formatPhone(person.phone) : "",
    homeBranchId: person.homeBranchId ?? undefined,
  });
  return (
    <Form form={form} save={save(change.mutateAsync)} submitLabel={t("save")}>
      <StaffDetailsFields />
    </Form>
  );
}
