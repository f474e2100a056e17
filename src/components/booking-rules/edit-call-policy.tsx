"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { CallPolicy } from "@/contracts/booking-rules";
import { EditButton } from "../edit-button";
import { FormSheet } from "../form/form-sheet";

const CallPolicyForm = dynamic(() => import("./call-policy-form").then((module) => module.CallPolicyForm));

export function EditCallPolicy({ policy }: { policy: CallPolicy }) {
  const t = useTranslations("settings.bookingRules");
  return (
    <FormSheet
      title={t("phone.title")}
      trigger={
        <EditButton label={t("edit.title", { name: t("phone.title") })}>{t("edit.button")}</EditButton>
      }
    >
      {(close) => <CallPolicyForm policy={policy} onSaved={close} />}
    </FormSheet>
  );
}
