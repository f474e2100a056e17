"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { FormSheet } from "../form/form-sheet";
import { Button } from "../ui/button";

const NewBranchForm = dynamic(() => import("./new-branch-form").then((module) => module.NewBranchForm));

export function NewBranch() {
  const t = useTranslations("team.branch");
  return (
    <FormSheet
      title={t("new")}
      trigger={
        <Button variant="primary">
          <Plus />
          {t("new")}
        </Button>
      }
    >
      {(close) => <NewBranchForm onDone={close} />}
    </FormSheet>
  );
}
