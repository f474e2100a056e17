"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { staffChange } from "@/contracts/staff";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Facts } from "../facts";
import { Form } from "../form/form";
import { FormSheet } from "../form/form-sheet";
import { useZodForm } from "../form/use-zod-form";
import { Section } from "../section";
import { EditButton } from "./edit-button";
import { PhotoPicker } from "./photo-picker";
import { StaffDetailsFields } from "./staff-details-fields";
import type { StaffMember } from "./staff-page";
import { useCatalogChanged } from "./use-catalog-changed";
import { useSave } from "./use-save";

export function StaffDetails({ person }: { person: StaffMember }) {
  const t = useTranslations("team.staff");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const refresh = useCatalogChanged();
  const { data: branches = [] } = useQuery(trpc.branches.list.queryOptions());
  return (
    <Section
      title={t("details")}
      aside={
        can("catalog:write") && (
          <FormSheet
            title={t("editTitle")}
            refresh={refresh}
            trigger={<EditButton label={t("editTitle")}>{t("edit")}</EditButton>}
          >
            {(close) => <StaffDetailsForm person={person} onDone={close} />}
          </FormSheet>
        )
      }
    >
      <PhotoPicker person={person} />
      <Facts
        rows={[
          [t("form.homeBranch"), branches.find(({ id }) => id === person.homeBranchId)?.name],
          [t("form.email"), person.email && <a href={`mailto:${person.email}`}>{person.email}</a>],
          [
            t("form.phone"),
            person.phone && (
              <a href={`tel:${person.phone}`} className="tabular-nums">
                {formatPhone(person.phone)}
              </a>
            ),
          ],
        ]}
      />
    </Section>
  );
}

function StaffDetailsForm({ person, onDone }: { person: StaffMember; onDone: () => void }) {
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
