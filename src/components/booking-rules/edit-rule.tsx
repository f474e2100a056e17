"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { EditButton } from "../edit-button";
import { FormSheet } from "../form/form-sheet";
import type { RuleFormProps } from "./rule-form";

const RuleForm = dynamic(() => import("./rule-form").then((module) => module.RuleForm));

interface EditRuleProps extends Omit<RuleFormProps, "onSaved"> {
  /** Of the business, branch or service. */
  name: string;
}

export function EditRule({ name, ...props }: EditRuleProps) {
  const t = useTranslations("settings.bookingRules");
  return (
    <FormSheet
      title={t("edit.title", { name })}
      description={t(props.inherited ? "edit.inherited" : "edit.text")}
      trigger={<EditButton label={t("edit.title", { name })}>{t("edit.button")}</EditButton>}
    >
      {(close) => <RuleForm {...props} onSaved={close} />}
    </FormSheet>
  );
}
