"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogTitle } from "../ui/dialog";

/** What a sheet holds unsaved, by field or form, each with the way to save it without a question, where there is one. */
type Unsaved = Map<string, (() => Promise<unknown>) | undefined>;

const UnsavedContext = createContext<Unsaved | undefined>(undefined);

/**
 * Says that something typed is not saved yet. What can be saved as it is, `save` saves when one leaves; anything else is
 * asked about. The browser asks before its tab is closed.
 */
export function useUnsaved(dirty: boolean, save?: () => Promise<unknown>): void {
  const [alone] = useState<Unsaved>(() => new Map());
  const unsaved = useContext(UnsavedContext) ?? alone;
  const id = useId();
  useEffect(() => {
    if (dirty) unsaved.set(id, save);
    else unsaved.delete(id);
  });
  // A link inside the sheet leaves without closing it.
  useEffect(() => () => void leave(unsaved, id), [unsaved, id]);
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [dirty]);
}

/** A failure was told by whoever saves. */
async function leave(unsaved: Unsaved, id: string) {
  const save = unsaved.get(id);
  unsaved.delete(id);
  await save?.().catch(() => undefined);
}

/**
 * For a sheet: `leave` closes it once all is saved that can be, and asks about the rest; `keep` stands around what is
 * typed in.
 */
export function useUnsavedGuard(close: () => void) {
  const [unsaved] = useState<Unsaved>(() => new Map());
  const [asking, setAsking] = useState(false);
  const saving = useRef(false);
  const closeNow = () => {
    unsaved.clear();
    setAsking(false);
    close();
  };
  const leave = async () => {
    const saves = [...unsaved.values()];
    if (saving.current || saves.includes(undefined)) return setAsking(true);
    saving.current = true;
    try {
      await Promise.all(saves.map((save) => save?.()));
      closeNow();
    } catch {
      setAsking(true);
    } finally {
      saving.current = false;
    }
  };
  const keep = (children: ReactNode) => (
    <UnsavedContext value={unsaved}>
      {children}
      <Discard open={asking} onOpenChange={setAsking} onDiscard={closeNow} />
    </UnsavedContext>
  );
  return { leave, keep };
}

interface DiscardProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDiscard: () => void;
}

function Discard({ open, onOpenChange, onDiscard }: DiscardProps) {
  const t = useTranslations("form.discard");
  const stay = useRef<HTMLButtonElement>(null);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        onOpenAutoFocus={(event) => {
          // The sheet below holds the focus until now: asked for any earlier, it would take it back.
          event.preventDefault();
          stay.current?.focus();
        }}
      >
        <DialogTitle>{t("title")}</DialogTitle>
        <DialogDescription>{t("text")}</DialogDescription>
        <DialogFooter>
          <Button onClick={onDiscard}>{t("discard")}</Button>
          <Button ref={stay} variant="primary" onClick={() => onOpenChange(false)}>
            {t("keep")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
