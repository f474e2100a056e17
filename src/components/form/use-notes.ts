"use client";

import { useState } from "react";
import { useUnsaved } from "./unsaved";

export type Notes = ReturnType<typeof useNotes>;

/**
 * Notes as they are typed, beside what is saved of them. What somebody else saves meanwhile shows where nothing was
 * typed; what was typed stays until it is saved, and is saved when one leaves.
 */
export function useNotes(saved: string, save: (notes: string | null) => Promise<unknown>) {
  const [text, setText] = useState(saved);
  const [seen, setSeen] = useState(saved);
  if (saved !== seen) {
    setSeen(saved);
    if (text.trim() === seen) setText(saved);
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
