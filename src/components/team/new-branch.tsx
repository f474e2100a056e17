"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { FormSheet } from "../form/form-sheet";
import { AddButton } from "./add-button";

const NewBranchForm = dynamic(() => import("./new-branch-form").then((module) => module.NewBranchForm));

export function NewBranch() {
  const t = useTranslations("team.branch");
  return (
    <FormSheet title={t("new")} trigger={<AddButton label={t("new")} />}>
      {(close) => <NewBranchForm onDone={close} />}
    </FormSheet>
  );
}
