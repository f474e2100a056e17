"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogTitle } from "../ui/dialog";
import { Sheet, SheetContent, SheetTrigger } from "../ui/sheet";

interface FormSheetState {
  /** A form says that it holds something unsaved. */
  setDirty: (dirty: boolean) => void;
  /** Begins again with what is saved by now. */
  reload?: () => void;
}

const outside: FormSheetState = { setDirty: () => undefined };
const FormSheetContext = createContext<FormSheetState>(outside);
export const useFormSheet = () => useContext(FormSheetContext);

interface FormSheetProps {
  title: string;
  description?: ReactNode;
  trigger: ReactNode;
  /** Asks for what the form shows, so that it can begin again after somebody else's change. */
  refresh?: () => Promise<unknown>;
  /** The form; `close` leaves without a question, for after it was saved. */
  children: (close: () => void) => ReactNode;
}

/** A form beside the page. Closing it with something unsaved asks first. */
export function FormSheet({ title, description, trigger, refresh, children }: FormSheetProps) {
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const [round, setRound] = useState(0);
  const dirty = useRef(false);
  const close = useCallback(() => setOpen(false), []);
  const state = useMemo<FormSheetState>(
    () => ({
      setDirty: (next) => {
        dirty.current = next;
      },
      reload: refresh && (() => void refresh().then(() => setRound((last) => last + 1))),
    }),
    [refresh],
  );
  const toggle = (next: boolean) => (!next && dirty.current ? setAsking(true) : setOpen(next));
  return (
    <Sheet open={open} onOpenChange={toggle}>
      <SheetTrigger>{trigger}</SheetTrigger>
      <SheetContent aria-describedby={undefined}>
        <DialogTitle>{title}</DialogTitle>
        {description && <p className="-mt-2 text-muted-foreground">{description}</p>}
        <FormSheetContext key={round} value={state}>
          {children(close)}
        </FormSheetContext>
        <Discard open={asking} onOpenChange={setAsking} onDiscard={close} />
      </SheetContent>
    </Sheet>
  );
}

interface DiscardProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDiscard: () => void;
}

function Discard({ open, onOpenChange, onDiscard }: DiscardProps) {
  const t = useTranslations("form.discard");
  const discard = () => {
    onOpenChange(false);
    onDiscard();
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogTitle>{t("title")}</DialogTitle>
        <DialogDescription>{t("text")}</DialogDescription>
        <DialogFooter>
          <Button onClick={discard}>{t("discard")}</Button>
          <Button variant="primary" autoFocus onClick={() => onOpenChange(false)}>
            {t("keep")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
