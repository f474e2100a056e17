"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useBusiness } from "../business-context";
import { Field } from "../form/field";
import { Button } from "../ui/button";
import { Textarea } from "../ui/textarea";
import type { Callback } from "./marks";
import { useCallbackVerbs } from "./use-callback-verbs";

export function CallbackNotes({ callback }: { callback: Callback }) {
  const t = useTranslations("callbacks");
  const common = useTranslations("common");
  const { can } = useBusiness();
  const { change } = useCallbackVerbs();
  const saved = callback.notes ?? "";
  const [notes, setNotes] = useState(saved);
  if (!can("callbacks:write"))
    return saved && <p className="whitespace-pre-wrap break-words border-t pt-4">{saved}</p>;
  return (
    <div className="flex flex-col gap-2 border-t pt-4">
      <Field label={t("notes")} hint={t("notesHint")}>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={5000}
            value={notes}
            onChange={({ target }) => setNotes(target.value)}
          />
        )}
      </Field>
      {notes !== saved && (
        <div className="flex justify-end gap-2">
          <Button size="small" variant="ghost" onClick={() => setNotes(saved)}>
            {common("cancel")}
          </Button>
          <Button
            size="small"
            variant="primary"
            disabled={change.isPending}
            onClick={() => change.mutate({ callbackId: callback.id, notes: notes.trim() || null })}
          >
            {t("save")}
          </Button>
        </div>
      )}
    </div>
  );
}
