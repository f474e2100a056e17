"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Textarea } from "../ui/textarea";
import { Field } from "./field";
import type { Notes } from "./use-notes";

interface NotesFieldProps {
  notes: Notes;
  label: string;
  hint?: string;
  saveLabel: string;
  saving: boolean;
}

/** What the team writes down, with its own way to save it. */
export function NotesField({ notes, label, hint, saveLabel, saving }: NotesFieldProps) {
  const common = useTranslations("common");
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} hint={hint}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={5000}
            className="min-h-16"
            value={notes.text}
            onChange={({ target }) => notes.setText(target.value)}
          />
        )}
      </Field>
      {notes.dirty && (
        <div className="flex justify-end gap-2">
          <Button size="small" variant="ghost" onClick={notes.reset}>
            {common("cancel")}
          </Button>
          {/* A failure was told by whoever saves. */}
          <Button size="small" disabled={saving} onClick={() => notes.saveNow().catch(() => undefined)}>
            {saveLabel}
          </Button>
        </div>
      )}
    </div>
  );
}
