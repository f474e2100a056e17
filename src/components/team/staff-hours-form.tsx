"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { workingHoursChange } from "@/contracts/staff";
import { clockOf } from "@/lib/clock-minutes";
import { type Outputs, useTRPC } from "@/trpc/client";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import { WeekField } from "../form/week-field";
import type { StaffMember } from "./outputs";
import { useOpeningHint } from "./use-opening-hint";
import { useSave } from "./use-save";

/** Somebody without hours starts with those of their branch. */
export function HoursForm({ person, onDone }: { person: StaffMember; onDone: () => void }) {
  const trpc = useTRPC();
  const { data: branches } = useQuery(trpc.branches.list.queryOptions());
  const { homeBranchId } = person;
  if (!branches) return null;
  const home = branches.find(({ id }) => id === homeBranchId);
  const opening = home?.openingHours.map(({ weekday, startsMinute, endsMinute }) => ({
    ...{ weekday, from: clockOf(startsMinute), to: clockOf(endsMinute) },
    branchId: home.id,
  }));
  return (
    <HoursFields
      person={person}
      ranges={person.workingHours.length === 0 ? (opening ?? []) : person.workingHours}
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
  branches: Outputs["branches"]["list"];
  onDone: () => void;
}

function HoursFields({ person, ranges, branches, onDone }: HoursFieldsProps) {
  const t = useTranslations("team");
  const trpc = useTRPC();
  const set = useMutation(trpc.staff.setWorkingHours.mutationOptions());
  const save = useSave(onDone);
  const hint = useOpeningHint();
  const form = useZodForm(workingHoursChange, { staffId: person.id, version: person.version, ranges });
  return (
    <Form form={form} save={save(set.mutateAsync)} submitLabel={t("save")}>
      <WeekField
        name="ranges"
        emptyDay={t("staff.hours.free")}
        branches={branches}
        homeBranchId={person.homeBranchId ?? branches[0]?.id}
        hintOf={(range) => {
          const branch = branches.find(({ id }) => id === range.branchId);
          return (
            branch &&
            hint(
              branch.openingHours.filter(({ weekday }) => weekday === range.weekday),
              range,
            )
          );
        }}
      />
    </Form>
  );
}
