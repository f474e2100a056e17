"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { qualificationChange } from "@/contracts/staff";
import { useTRPC } from "@/trpc/client";
import { ChoicesField } from "../form/choices-field";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import type { StaffMember } from "./outputs";
import { useSave } from "./use-save";

interface QualificationsFormProps {
  person: StaffMember;
  services: { id: number; name: string; active: boolean; durationMinutes: number }[];
  onDone: () => void;
}

export function QualificationsForm({ person, services, onDone }: QualificationsFormProps) {
  const t = useTranslations("team");
  const trpc = useTRPC();
  const change = useMutation(trpc.staff.changeQualifications.mutationOptions());
  const save = useSave(onDone);
  const form = useZodForm(qualificationChange, {
    staffId: person.id,
    version: person.version,
    serviceIds: person.serviceIds,
  });
  return (
    <Form form={form} save={save(change.mutateAsync)} submitLabel={t("save")}>
      <ChoicesField
        name="serviceIds"
        label={t("staff.form.services")}
        options={services
          .filter(({ id, active }) => active || person.serviceIds.includes(id))
          .map(({ id, name, durationMinutes }) => ({
            id,
            label: name,
            note: t("staff.qualifications.minutes", { count: durationMinutes }),
          }))}
        none={t("staff.form.noServices")}
      />
    </Form>
  );
}
