"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { noteLimit } from "@/contracts/calls";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { RelativeTime } from "../relative-time";
import { Section } from "../section";
import { Button } from "../ui/button";
import { Textarea } from "../ui/textarea";
import { CallTags } from "./call-tags";
import { useCallNoteVerbs } from "./use-call-note-verbs";

type Note = Outputs["callNotes"]["ofCall"]["notes"][number];

interface CallNotesProps {
  callId: number;
  timeZone: string;
}

/** What the team wrote down about a call, and the words it sorts it by. */
export function CallNotes({ callId, timeZone }: CallNotesProps) {
  const t = useTranslations("calls.notes");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const { data } = useQuery(trpc.callNotes.ofCall.queryOptions({ callId }));
  const { add } = useCallNoteVerbs();
  const mayWrite = can("calls:annotate");
  if (!mayWrite && !data?.notes.length && !data?.tags.length) return null;
  return (
    <Section title={t("title")}>
      <CallTags callId={callId} tags={data?.tags ?? []} known={data?.knownTags ?? []} />
      <ul>
        {data?.notes.map((note) => (
          <NoteLine key={note.id} note={note} timeZone={timeZone} />
        ))}
      </ul>
      {mayWrite && (
        <NoteForm
          key={data?.notes.length}
          label={t("new")}
          submitLabel={t("add")}
          pending={add.isPending}
          onSubmit={(text) => add.mutate({ callId, text })}
        />
      )}
    </Section>
  );
}

function NoteLine({ note, timeZone }: { note: Note; timeZone: string }) {
  const t = useTranslations("calls.notes");
  const { can } = useBusiness();
  const { change, remove } = useCallNoteVerbs();
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <li className="border-b">
        <NoteForm
          text={note.text}
          label={t("edit")}
          submitLabel={t("save")}
          pending={change.isPending}
          onCancel={() => setEditing(false)}
          onSubmit={(text) =>
            change.mutate({ noteId: note.id, text }, { onSuccess: () => setEditing(false) })
          }
        />
      </li>
    );
  return (
    <li className="flex flex-col gap-1 border-b py-3">
      <p className="whitespace-pre-wrap break-words">{note.text}</p>
      <p className="flex flex-wrap items-center gap-x-3 text-muted-foreground text-table">
        <span className="truncate">{note.authorName}</span>
        <RelativeTime value={note.createdAt} timeZone={timeZone} />
        {note.editedAt && <span>{t("edited")}</span>}
        {note.mine && can("calls:annotate") && (
          <span className="ml-auto flex gap-3">
            <Button variant="link" size="small" className="min-h-6" onClick={() => setEditing(true)}>
              {t("edit")}
            </Button>
            <Button
              variant="link"
              size="small"
              className="min-h-6"
              disabled={remove.isPending}
              onClick={() => remove.mutate({ noteId: note.id })}
            >
              {t("remove")}
            </Button>
          </span>
        )}
      </p>
    </li>
  );
}

interface NoteFormProps {
  text?: string;
  label: string;
  submitLabel: string;
  pending: boolean;
  onSubmit: (text: string) => void;
  onCancel?: () => void;
}

function NoteForm({ text = "", label, submitLabel, pending, onSubmit, onCancel }: NoteFormProps) {
  const common = useTranslations("common");
  const [value, setValue] = useState(text);
  const wanted = value.trim();
  return (
    <form
      className="flex flex-col gap-2 py-3 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted && !pending) onSubmit(wanted);
      }}
    >
      <Textarea
        aria-label={label}
        placeholder={label}
        rows={2}
        className="field-sizing-content min-h-11 md:min-h-9"
        maxLength={noteLimit}
        value={value}
        onChange={({ target }) => setValue(target.value)}
      />
      {(wanted !== "" || onCancel) && (
        <div className="flex justify-end gap-2">
          {onCancel && (
            <Button size="small" variant="ghost" onClick={onCancel}>
              {common("cancel")}
            </Button>
          )}
          <Button type="submit" size="small" variant="primary" disabled={pending || wanted === ""}>
            {submitLabel}
          </Button>
        </div>
      )}
    </form>
  );
}
