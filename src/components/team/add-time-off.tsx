"use client";

import { skipToken, useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useController, useWatch } from "react-hook-form";
import { absenceRequest, timeOffRequest } from "@/contracts/staff";
import { wallTimeOf } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Form } from "../form/form";
import { FormField, TextField } from "../form/form-field";
import { TimeInput } from "../form/time-input";
import { useZodForm } from "../form/use-zod-form";
import { Checkbox } from "../ui/checkbox";
import { AffectedAppointments } from "./affected-appointments";
import { DaysFields } from "./days-fields";
import { useSave } from "./use-save";

/** Whole days unless said otherwise; what lies in the time is shown before it is saved. */
export function AddTimeOff({ staffId, onDone }: { staffId: number; onDone: () => void }) {
  const t = useTranslations("team.staff.timeOff");
  const trpc = useTRPC();
  const add = useMutation(trpc.staff.addTimeOff.mutationOptions());
  const { timeZone } = useBusiness();
  const save = useSave(onDone);
  // What cannot be planned is entered on the day itself, in a hurry.
  const today = wallTimeOf(new Date(), timeZone).date;
  const form = useZodForm(timeOffRequest, {
    staffId,
    fromDate: today,
    toDate: today,
    times: null,
    reason: "",
  });
  return (
    <Form form={form} save={save(add.mutateAsync)} submitLabel={t("enter")}>
      <DaysFields />
      <HoursFields />
      <TextField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={255} />
      <Preview />
    </Form>
  );
}

function HoursFields() {
  const t = useTranslations("team.staff.timeOff");
  const { field } = useController({ name: "times" });
  return (
    <>
      <Checkbox
        checked={field.value === null}
        onChange={(event) => field.onChange(event.target.checked ? null : { from: "", to: "" })}
      >
        {t("wholeDays")}
      </Checkbox>
      {field.value !== null && (
        <div className="grid grid-cols-2 gap-3">
          <TimeField name="times.from" label={t("fromTime")} />
          <TimeField name="times.to" label={t("toTime")} />
        </div>
      )}
    </>
  );
}

function TimeField({ name, label }: { name: string; label: string }) {
  return (
    <FormField name={name} label={label}>
      {(control, { value, ...field }) => (
        <TimeInput {...control} {...field} value={value ?? ""} className="w-full md:w-full" />
      )}
    </FormField>
  );
}

function Preview() {
  const trpc = useTRPC();
  const [staffId, fromDate, toDate, times] = useWatch({ name: ["staffId", "fromDate", "toDate", "times"] });
  const asked = absenceRequest.safeParse({ staffId, fromDate, toDate, times });
  const { data = [] } = useQuery(
    trpc.staff.absenceAppointments.queryOptions(asked.success ? asked.data : skipToken),
  );
  return <AffectedAppointments appointments={data} newTab />;
}
