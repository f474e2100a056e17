"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { openingHoursChange, outsideHoursRequest } from "@/contracts/branches";
import { useTRPC } from "@/trpc/client";
import { Form } from "../form/form";
import { useZodForm } from "../form/use-zod-form";
import { WeekField } from "../form/week-field";
import type { Branch } from "./outputs";
import { OutsidePreview } from "./outside-preview";
import { useSave } from "./use-save";

export function HoursForm({ branch, onDone }: { branch: Branch; onDone: () => void }) {
  const t = useTranslations("team");
  const trpc = useTRPC();
  const set = useMutation(trpc.branches.setOpeningHours.mutationOptions());
  const save = useSave(onDone);
  const form = useZodForm(openingHoursChange, {
    branchId: branch.id,
    version: branch.version,
    ranges: branch.openingHours,
  });
  return (
    <Form form={form} save={save(set.mutateAsync)} submitLabel={t("save")}>
      <WeekField name="ranges" emptyDay={t("branch.hours.closed")} />
      {branch.active && <Preview branchId={branch.id} />}
    </Form>
  );
}

function Preview({ branchId }: { branchId: number }) {
  const week = useWatch({ name: "ranges" });
  const asked = outsideHoursRequest.safeParse({ branchId, week });
  return <OutsidePreview request={asked.data} />;
}
