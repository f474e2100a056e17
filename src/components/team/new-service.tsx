"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { FormSheet } from "../form/form-sheet";
import { Button } from "../ui/button";

const NewServiceForm = dynamic(() => import("./new-service-form").then((module) => module.NewServiceForm));

export function NewService() {
  const t = useTranslations("team.service");
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
      {(close) => <NewServiceForm onDone={close} />}
    </FormSheet>
  );
}
