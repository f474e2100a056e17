"use client";

import { skipToken, useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { closedDaysRequest, closureRequest } from "@/contracts/branches";
import { useTRPC } from "@/trpc/client";
import { Form } from "../form/form";
import { TextField } from "../form/form-field";
import { useZodForm } from "../form/use-zod-form";
import { AffectedAppointments } from "./affected-appointments";
import { DaysFields } from "./days-fields";
import { useSave } from "./use-save";

export function ClosureForm({ branchId, onDone }: { branchId: number; onDone: () => void }) {
  const t = useTranslations("team.branch.closures");
  const trpc = useTRPC();
  const add = useMutation(trpc.branches.addClosure.mutationOptions());
  const save = useSave(onDone);
  const form = useZodForm(closureRequest, { branchId, fromDate: "", toDate: "", reason: "" });
  return (
    <Form form={form} save={save(add.mutateAsync)} submitLabel={t("enter")}>
      <DaysFields />
      <TextField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={255} />
      <Preview />
    </Form>
  );
}

function Preview() {
  const trpc = useTRPC();
  const [branchId, fromDate, toDate] = useWatch({ name: ["branchId", "fromDate", "toDate"] });
  const asked = closedDaysRequest.safeParse({ branchId, fromDate, toDate });
  const { data = [] } = useQuery(
    trpc.branches.closureAppointments.queryOptions(asked.success ? asked.data : skipToken),
  );
  return <AffectedAppointments appointments={data} newTab />;
}
