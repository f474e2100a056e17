"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Fact } from "@/contracts/assistant";
import { FormSheet } from "../form/form-sheet";
import type { Assistant } from "./outputs";
import { useEditSheet } from "./use-edit-sheet";

const FactForm = dynamic(() => import("./fact-form").then((module) => module.FactForm));

interface EditFactProps {
  assistant: Assistant;
  refresh: () => Promise<{ isFetching: boolean }>;
  fact?: Fact;
  index?: number;
  trigger: ReactNode;
}

/** One answer by itself, without the rest of what the assistant is told. */
export function EditFact({ assistant, refresh, fact, index, trigger }: EditFactProps) {
  const t = useTranslations("assistant.facts");
  const sheet = useEditSheet(assistant.language, refresh);
  return (
    <FormSheet title={t(fact ? "change" : "add")} {...sheet} trigger={trigger}>
      {(close) => <FactForm assistant={assistant} fact={fact} index={index} onDone={close} />}
    </FormSheet>
  );
}
