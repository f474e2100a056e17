"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { workingHoursChange } from "@/contracts/staff";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Form } from "../form/form";
import { FormSheet } from "../form/form-sheet";
import { useZodForm } from "../form/use-zod-form";
import { WeekField } from "../form/week-field";
import { Section } from "../section";
import { Button } from "../ui/button";
import { EditButton } from "./edit-button";
import type { StaffMember } from "./staff-page";
import { useCatalogChanged } from "./use-catalog-changed";
import { useSave } from "./use-save";
import { WeekView } from "./week-view";

/** The usual week. Without one there are no free times, so its absence asks for it. */
export function StaffHours({ person }: { person: StaffMember }) {
  const t = useTranslations("team.staff.hours");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const refresh = useCatalogChanged();
  const { data: branches = [] } = useQuery(trpc.branches.list.queryOptions());
  const none = person.workingHours.length === 0;
  const sheet = (trigger: ReactNode) =>
    can("catalog:write") && (
      <FormSheet title={t("title")} description={t("hint")} refresh={refresh} trigger={trigger}>
        {(close) => <HoursForm person={person} onDone={close} />}
      </FormSheet>
    );
  return (
    <Section
      title={t("title")}
      aside={!none && sheet(<EditButton label={t("editTitle")}>{t("edit")}</EditButton>)}
    >
      {none ? (
        <div className="flex flex-col items-start gap-3 py-3">
          <p className="text-muted-foreground">{t("none")}</p>
          {sheet(<Button variant="primary">{t("enter")}</Button>)}
        </div>
      ) : (
        <WeekView ranges={person.workingHours} emptyDay={t("free")} branches={branches} />
      )}
    </Section>
  );
}

/** Somebody without hours starts with those of their branch. */
function HoursForm({ person, onDone }: { person: StaffMember; onDone: () => void }) {
  const trpc = useTRPC();
  const { data: branches } = useQuery(trpc.branches.list.queryOptions());
  const { homeBranchId } = person;
  const wanted = person.workingHours.length === 0 && homeBranchId !== null;
  const branch = useQuery(
    trpc.branches.get.queryOptions({ branchId: homeBranchId ?? 0 }, { enabled: wanted }),
  );
  if (!branches || (wanted && branch.isLoading)) return null;
  const opening = branch.data?.openingHours.map((range) => ({ ...range, branchId: homeBranchId ?? 0 }));
  return (
    <HoursFields
      person={person}
      ranges={wanted ? (opening ?? []) : person.workingHours}
      branches={branches.filter(
        ({ id, active }) => active || person.workingHours.some(({ branchId }) => branchId === id),
      )}
      onDone={onDone}
    />
  );
}

interface HoursFieldsProps {
  person: StaffMember;
  ranges: StaffMember["workingHours"];
  branches: { id: number; name: string }[];
  onDone: () => void;
}

function HoursFields({ person, ranges, branches, onDone }: HoursFieldsProps) {
  const t = useTranslations("team");
  const trpc = useTRPC();
  const set = useMutation(trpc.staff.setWorkingHours.mutationOptions());
  const save = useSave(onDone);
  const form = useZodForm(workingHoursChange, { staffId: person.id, version: person.version, ranges });
  return (
    <Form form={form} save={save(set.mutateAsync)} submitLabel={t("save")}>
      <WeekField
        name="ranges"
        emptyDay={t("staff.hours.free")}
        branches={branches}
        homeBranchId={person.homeBranchId ?? branches[0]?.id}
      />
    </Form>
  );
}
