"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { tagLimit } from "@/contracts/calls";
import type { Outputs } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { useCallNoteVerbs } from "./use-call-note-verbs";

type Tag = Outputs["callNotes"]["ofCall"]["tags"][number];

interface CallTagsProps {
  callId: number;
  tags: readonly Tag[];
  /** Those of the business: typing finds them again. */
  known: readonly Tag[];
}

export function CallTags({ callId, tags, known }: CallTagsProps) {
  const t = useTranslations("calls.tags");
  const { can } = useBusiness();
  const { tag, untag } = useCallNoteVerbs();
  const [adding, setAdding] = useState(false);
  const mayWrite = can("calls:annotate");
  const add = (name: string) => {
    setAdding(false);
    if (name.trim()) tag.mutate({ callId, name });
  };
  return (
    <ul aria-label={t("title")} className="flex flex-wrap items-center gap-1.5 pt-3">
      {tags.map(({ id, name }) => (
        <li
          key={id}
          className="flex min-h-8 max-w-full items-center gap-1 rounded-full bg-muted pr-1 pl-3 text-table md:min-h-7"
        >
          <span className="truncate">{name}</span>
          {mayWrite ? (
            <button
              type="button"
              aria-label={t("remove", { name })}
              onClick={() => untag.mutate({ callId, tagId: id })}
              className="flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-hover"
            >
              <X className="size-3.5" aria-hidden="true" />
            </button>
          ) : (
            <span className="w-2" />
          )}
        </li>
      ))}
      {mayWrite && !adding && (
        <li>
          <Button size="small" variant="ghost" className="first:-ml-2.5" onClick={() => setAdding(true)}>
            <Plus />
            {t("add")}
          </Button>
        </li>
      )}
      {adding && (
        <li>
          <TagInput known={known} onDone={add} />
        </li>
      )}
    </ul>
  );
}

function TagInput({ known, onDone }: { known: readonly Tag[]; onDone: (name: string) => void }) {
  const t = useTranslations("calls.tags");
  const listId = useId();
  const [name, setName] = useState("");
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") onDone(name);
    if (event.key === "Escape") onDone("");
  };
  return (
    <>
      <Input
        autoFocus
        aria-label={t("name")}
        placeholder={t("name")}
        list={listId}
        maxLength={tagLimit}
        className="w-44 md:h-8"
        value={name}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={press}
        onBlur={() => onDone(name)}
      />
      <datalist id={listId}>
        {known.map((tag) => (
          <option key={tag.id} value={tag.name} />
        ))}
      </datalist>
    </>
  );
}
