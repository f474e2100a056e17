"use client";

import { skipToken, useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useWatch } from "react-hook-form";
import { oneDayRequest } from "@/contracts/branches";
import { specialHoursChange } from "@/contracts/staff";
import { useTRPC } from "@/trpc/client";
import { DateField } from "../form/date-field";
import { DayRangesField } from "../form/day-ranges-field";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import type { StaffMember } from "./outputs";
import { useOpeningHint } from "./use-opening-hint";
import { useSave } from "./use-save";

/** A day without any hours is time off, and entered there. */
const specialDay = specialHoursChange.refine(({ ranges }) => ranges.length > 0, {
  path: ["ranges"],
  error: "required",
});

export function StaffSpecialForm({ person, onDone }: { person: StaffMember; onDone: () => void }) {
  const t = useTranslations("team");
  const trpc = useTRPC();
  const { data: branches = [] } = useQuery(trpc.catalog.branches.queryOptions());
  const set = useMutation(trpc.staff.setSpecialHours.mutationOptions());
  const save = useSave(onDone);
  const branchId = person.homeBranchId ?? branches[0]?.id ?? 0;
  const form = useZodForm(specialDay, {
    staffId: person.id,
    version: person.version,
    day: "",
    ranges: [{ from: "08:00", to: "12:00", branchId }],
  });
  return (
    <Form form={form} save={save(set.mutateAsync)} submitLabel={t("save")}>
      <DateField name="day" label={t("special.day")} className="w-44" autoFocus />
      <Hours branches={branches} branchId={branchId} />
    </Form>
  );
}

/** With what is to be said of hours in which the branch is not open on that day. */
function Hours({ branches, branchId }: Pick<ComponentProps<typeof DayRangesField>, "branches" | "branchId">) {
  const t = useTranslations("team.staff.special");
  const trpc = useTRPC();
  const asked = oneDayRequest.safeParse({ day: useWatch({ name: "day" }) });
  const { data: open } = useQuery(trpc.branches.hoursOn.queryOptions(asked.data ?? skipToken));
  const hint = useOpeningHint();
  return (
    <DayRangesField
      name="ranges"
      label={t("hours")}
      branches={branches}
      branchId={branchId}
      hintOf={(range) => {
        const branch = open?.find(({ id }) => id === range.branchId);
        return branch && hint(branch.openingHours, range);
      }}
    />
  );
}
