"use client";

import { useState } from "react";
import { useUnsaved } from "./unsaved";

export type Notes = ReturnType<typeof useNotes>;

/**
 * Notes as they are typed, beside what is saved of them. What somebody else saves meanwhile shows above what was typed
 * here, so that saving takes nothing away from them; what was typed is saved when one leaves.
 */
export function useNotes(saved: string, save: (notes: string | null) => Promise<unknown>) {
  const [text, setText] = useState(saved);
  const [seen, setSeen] = useState(saved);
  if (saved !== seen) {
    setSeen(saved);
    setText(together(text, seen, saved));
  }
  const typed = text.trim() || null;
  const dirty = text.trim() !== saved;
  const saveNow = () => save(typed);
  useUnsaved(dirty, saveNow);
  return {
    text,
    setText,
    dirty,
    saveNow,
    reset: () => setText(saved),
    /** To go along with another change; nothing where there is nothing new. */
    given: dirty ? typed : undefined,
  };
}

function together(text: string, seen: string, saved: string): string {
  if (text.trim() === seen) return saved;
  if (text.includes(saved)) return text;
  const added = text.startsWith(seen) ? text.slice(seen.length).trimStart() : text;
  return `${saved}\n${added}`;
}
