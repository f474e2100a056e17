"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { workingHoursChange } from "@/contracts/staff";
import { useTRPC } from "@/trpc/client";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import { WeekField } from "../form/week-field";
import type { StaffMember } from "./outputs";
import { useSave } from "./use-save";

/** Somebody without hours starts with those of their branch. */
export function HoursForm({ person, onDone }: { person: StaffMember; onDone: () => void }) {
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
