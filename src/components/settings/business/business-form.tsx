"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type BusinessSettings, businessSettings } from "@/contracts/business-settings";
import { recordingConsents, tenantKinds } from "@/contracts/tenants";
import { timeZones } from "@/contracts/time-zones";
import { useTRPC } from "@/trpc/client";
import { Form } from "../../form/form";
import { TextField } from "../../form/form-field";
import { SelectField } from "../../form/select-field";
import { useZodForm } from "../../form/use-zod-form";
import { toast } from "../../toast";
import { useTimeZoneName } from "../../use-time-zone-name";

export function BusinessForm({ settings, onDone }: { settings: BusinessSettings; onDone: () => void }) {
  const t = useTranslations("settings.business");
  const kinds = useTranslations("terms.tenantKind");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const form = useZodForm(businessSettings, settings);
  const change = useMutation(trpc.business.change.mutationOptions());
  const save = async (values: BusinessSettings) => {
    await change.mutateAsync(values);
    await queryClient.invalidateQueries(trpc.business.pathFilter());
    toast.success(t("saved"));
    onDone();
    // Name and zone also stand in the frame of the page, which the server renders.
    router.refresh();
  };
  const zoneName = useTimeZoneName();
  const zones = [...new Set<string>([...timeZones, settings.timeZone])];
  const number = { inputMode: "numeric", maxLength: 5, className: "tabular-nums" } as const;
  return (
    <Form form={form} save={save} submitLabel={t("save")}>
      <TextField name="name" label={t("name")} autoComplete="organization" />
      <SelectField
        name="kind"
        label={t("kind")}
        options={tenantKinds.map((value) => ({ value, label: kinds(value) }))}
      />
      <SelectField
        name="timeZone"
        label={t("timeZone")}
        hint={t("timeZoneHint")}
        options={zones.map((value) => ({ value, label: zoneName(value) }))}
      />
      <TextField name="minNoticeMinutes" label={t("minNoticeField")} hint={t("minNoticeHint")} {...number} />
      <TextField name="bookingWindowDays" label={t("windowField")} hint={t("windowHint")} {...number} />
      <TextField name="slotStepMinutes" label={t("stepField")} hint={t("stepHint")} {...number} />
      <SelectField
        name="recordingConsent"
        label={t("recording")}
        hint={t("recordingHint")}
        options={recordingConsents.map((value) => ({ value, label: t(`recordingConsent.${value}`) }))}
      />
    </Form>
  );
}
