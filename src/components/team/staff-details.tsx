"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { EditButton } from "../edit-button";
import { Facts } from "../facts";
import { FormSheet } from "../form/form-sheet";
import { Section } from "../section";
import type { StaffMember } from "./outputs";
import { PhotoPicker } from "./photo-picker";
import { useCatalogChanged } from "./use-catalog-changed";

const StaffDetailsForm = dynamic(() =>
  import("./staff-details-form").then((module) => module.StaffDetailsForm),
);

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
