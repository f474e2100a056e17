"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { branchSpecialHoursChange, outsideHoursRequest } from "@/contracts/branches";
import { useTRPC } from "@/trpc/client";
import { DateField } from "../form/date-field";
import { DayRangesField } from "../form/day-ranges-field";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import type { Branch } from "./outputs";
import { OutsidePreview } from "./outside-preview";
import { useDayConflict } from "./use-day-conflict";
import { useSave } from "./use-save";

/** A day without any hours is a closing day, and entered there. */
const specialDay = branchSpecialHoursChange.refine(({ ranges }) => ranges.length > 0, {
  path: ["ranges"],
  error: "required",
});

export function BranchSpecialForm({ branch, onDone }: { branch: Branch; onDone: () => void }) {
  const t = useTranslations("team");
  const trpc = useTRPC();
  const set = useMutation(trpc.branches.setSpecialHours.mutationOptions());
  const save = useSave(onDone);
  const form = useZodForm(specialDay, {
    branchId: branch.id,
    version: branch.version,
    day: "",
    ranges: [{ from: "10:00", to: "14:00" }],
  });
  return (
    <Form form={form} save={save(set.mutateAsync)} submitLabel={t("save")}>
      <DateField name="day" label={t("special.day")} className="w-44" autoFocus />
      <Conflict branch={branch} />
      <DayRangesField name="ranges" label={t("branch.special.hours")} />
      <Preview branchId={branch.id} />
    </Form>
  );
}

function Conflict({ branch }: { branch: Branch }) {
  const conflict = useDayConflict(branch)(useWatch({ name: "day" }));
  return (
    <p role="status" className="text-muted-foreground text-table empty:hidden">
      {conflict}
    </p>
  );
}

function Preview({ branchId }: { branchId: number }) {
  const [day, ranges] = useWatch({ name: ["day", "ranges"] });
  const asked = outsideHoursRequest.safeParse({ branchId, special: { day, ranges } });
  return <OutsidePreview request={asked.data} />;
}
