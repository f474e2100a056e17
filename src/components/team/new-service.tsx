"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { FormSheet } from "../form/form-sheet";
import { AddButton } from "./add-button";

const NewServiceForm = dynamic(() => import("./new-service-form").then((module) => module.NewServiceForm));

export function NewService() {
  const t = useTranslations("team.service");
  return (
    <FormSheet title={t("new")} trigger={<AddButton label={t("new")} />}>
      {(close) => <NewServiceForm onDone={close} />}
    </FormSheet>
  );
}
