"use client";

import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { FormSheet } from "../form/form-sheet";
import { Button } from "../ui/button";
import type { Assistant } from "./outputs";
import { useEditSheet } from "./use-edit-sheet";

const AssistantForm = dynamic(() => import("./assistant-form").then((module) => module.AssistantForm));

interface EditAssistantProps {
  assistant: Assistant;
  refresh: () => Promise<{ isFetching: boolean }>;
}

/** Goes on with the draft, or begins one from what callers hear now. */
export function EditAssistant({ assistant, refresh }: EditAssistantProps) {
  const t = useTranslations("assistant.edit");
  const sheet = useEditSheet(assistant.language, refresh);
  return (
    <FormSheet
      title={t("title")}
      {...sheet}
      trigger={
        <Button variant={assistant.draft ? "secondary" : "primary"}>
          <Pencil />
          {t(assistant.draft ? "goOn" : "begin")}
        </Button>
      }
    >
      {(close) => <AssistantForm assistant={assistant} onDone={close} />}
    </FormSheet>
  );
}
