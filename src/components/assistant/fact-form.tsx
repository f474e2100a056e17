"use client";

import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Fact, fact as factSchema, publishableContent } from "@/contracts/assistant";
import { useTRPC } from "@/trpc/client";
import { DateField } from "../form/date-field";
import { Form } from "../form/form";
import { LongTextField, TextField } from "../form/form-field";
import { SelectField } from "../form/select-field";
import { useZodForm } from "../form/use-zod-form";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { useErrorToast } from "../use-error-toast";
import type { Assistant } from "./outputs";
import { useAssistantChanged } from "./use-assistant-changed";

interface FactFormProps {
  assistant: Assistant;
  /** What the form begins with. */
  fact?: Fact;
  /** Its place among the answers of the draft, or of what callers hear where there is none; missing for a new one. */
  index?: number;
  onDone: () => void;
}

/** One answer, saved into the draft. */
export function FactForm({ onDone, ...props }: FactFormProps) {
  const t = useTranslations("assistant");
  const errors = useTranslations("errors.assistant");
  const trpc = useTRPC();
  const changed = useAssistantChanged();
  const sayError = useErrorToast();
  const saveDraft = useMutation(trpc.assistant.saveDraft.mutationOptions());
  // What one saw when one began: news of somebody else's change must not slip under what is typed.
  const [{ assistant, fact, index }] = useState(props);
  const { current, draft, branches } = assistant;
  const { content } = draft ?? current;
  const form = useZodForm(factSchema, {
    question: fact?.question ?? "",
    answer: fact?.answer ?? "",
    branchId: fact?.branchId ?? "all",
    validUntil: fact?.validUntil ?? "",
  });

  async function keep(facts: Fact[]) {
    if (!publishableContent.safeParse(content).success)
      return form.setError("root", { message: errors("not_publishable") });
    await saveDraft.mutateAsync({
      ...content,
      facts,
      draftId: draft?.draftId ?? null,
      revision: draft?.revision ?? 0,
      basedOn: current.number,
    });
    await changed();
    toast.success(t("edit.saved"));
    onDone();
  }

  const { facts } = content;
  const open = branches.filter(({ id, active }) => active || id === fact?.branchId);
  return (
    <Form
      form={form}
      save={(written) => keep(index === undefined ? [...facts, written] : facts.with(index, written))}
      submitLabel={t("edit.save")}
    >
      <TextField name="question" label={t("facts.question")} />
      <LongTextField name="answer" label={t("facts.answer")} rows={4} />
      {open.length > 1 && (
        <SelectField<number | "all">
          name="branchId"
          label={t("facts.branch")}
          options={[
            { value: "all", label: t("facts.allBranches") },
            ...open.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <DateField name="validUntil" label={t("facts.validUntil")} clearable className="w-44" />
      {index !== undefined && (
        <Button
          variant="ghost"
          size="small"
          className="-ml-2.5 self-start"
          disabled={saveDraft.isPending}
          onClick={() => keep(facts.toSpliced(index, 1)).catch(sayError)}
        >
          <Trash2 />
          {t("facts.remove")}
        </Button>
      )}
    </Form>
  );
}
