"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { callReportKinds, noteLimit } from "@/contracts/calls";
import { useTRPC } from "@/trpc/client";
import { Field } from "../form/field";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { DialogFooter } from "../ui/dialog";
import { NativeSelect } from "../ui/native-select";
import { Textarea } from "../ui/textarea";
import { useErrorMessage } from "../use-error-message";

/** What went wrong, in one choice and a few words. */
export function ReportForm({ callId, onDone }: { callId: number; onDone: () => void }) {
  const t = useTranslations("calls.reports");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const message = useErrorMessage();
  const [kind, setKind] = useState<(typeof callReportKinds)[number] | "">("");
  const report = useMutation(
    trpc.callNotes.report.mutationOptions({
      onSuccess: () => {
        onDone();
        toast.success(t("sent"));
      },
      onSettled: () => queryClient.invalidateQueries(trpc.callNotes.pathFilter()),
    }),
  );
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("text") ?? "");
    if (kind && text.trim() && !report.isPending) report.mutate({ callId, kind, text });
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t("kindLabel")}>
        {(control) => (
          <NativeSelect
            {...control}
            required
            placeholder={t("choose")}
            value={kind}
            onValueChange={(value) => setKind(value as typeof kind)}
          >
            {callReportKinds.map((one) => (
              <option key={one} value={one}>
                {t(`kind.${one}`)}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <Field label={t("text")} hint={t("textHint")}>
        {(control) => <Textarea {...control} name="text" required maxLength={noteLimit} rows={4} />}
      </Field>
      <p role="alert" className="text-danger-text empty:hidden">
        {report.isError && message(report.error).said}
      </p>
      <DialogFooter>
        <Button type="submit" variant="primary" aria-disabled={report.isPending}>
          {t("send")}
        </Button>
      </DialogFooter>
    </form>
  );
}
