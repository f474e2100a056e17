"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { addressForms, draftChange, questionTopics } from "@/contracts/assistant";
import { maxOwnQuestions } from "@/contracts/assistant-limits";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { ChoicesField } from "../form/choices-field";
import { Form } from "../form/form";
import { LongTextField, TextField } from "../form/form-field";
import { SelectField } from "../form/select-field";
import { useZodForm } from "../form/use-zod-form";
import { WordsField } from "../form/words-field";
import { toast } from "../toast";
import type { Assistant } from "./outputs";
import { useAssistantChanged } from "./use-assistant-changed";

/** Everything the assistant is told but its answers, which are changed one by one; saved as a draft. */
export function AssistantForm({ assistant, onDone }: { assistant: Assistant; onDone: () => void }) {
  const t = useTranslations("assistant");
  const trpc = useTRPC();
  const changed = useAssistantChanged();
  const { current, draft, asksForRecording } = assistant;
  const { forwardingNumber, emergencyNumber, ...content } = (draft ?? current).content;
  const form = useZodForm(draftChange, {
    ...content,
    forwardingNumber: forwardingNumber ? formatPhone(forwardingNumber) : "",
    emergencyNumber: emergencyNumber ? formatPhone(emergencyNumber) : "",
    draftId: draft?.draftId ?? null,
    revision: draft?.revision ?? 0,
    basedOn: current.number,
  });
  const saveDraft = useMutation(trpc.assistant.saveDraft.mutationOptions());
  const save = async (values: z.output<typeof draftChange>) => {
    await saveDraft.mutateAsync(values);
    await changed();
    toast.success(t("edit.saved"));
    onDone();
  };
  return (
    <Form form={form} save={save} submitLabel={t("edit.save")}>
      <LongTextField name="greeting" label={t("edit.greeting")} hint={t("edit.greetingHint")} rows={2} />
      <LongTextField
        name="disclosure"
        label={t("edit.disclosure")}
        hint={t("edit.disclosureHint")}
        rows={2}
        aria-required
      />
      <LongTextField
        name="consent"
        label={t("edit.consent")}
        hint={t(asksForRecording ? "edit.consentAsked" : "edit.consentUnused")}
        rows={2}
      />
      <SelectField
        name="addressForm"
        label={t("addressForm")}
        options={addressForms.map((value) => ({ value, label: t(`form.${value}`) }))}
      />
      <ChoicesField
        name="questions"
        label={t("questions")}
        hint={t("edit.questionsHint")}
        options={questionTopics.map((id) => ({ id, label: t(`topic.${id}`) }))}
      />
      <WordsField
        name="ownQuestions"
        label={t("edit.ownQuestions")}
        hint={t("edit.ownQuestionsHint", { max: maxOwnQuestions })}
      />
      <TextField
        name="forwardingNumber"
        type="tel"
        label={t("forwarding")}
        hint={t("edit.forwardingHint")}
        className="tabular-nums"
      />
      <TextField
        name="emergencyNumber"
        type="tel"
        label={t("emergency")}
        hint={t("edit.emergencyHint")}
        className="tabular-nums"
      />
    </Form>
  );
}
