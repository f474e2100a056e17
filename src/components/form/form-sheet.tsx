"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { DialogTitle } from "../ui/dialog";
import { Sheet, SheetContent, SheetTrigger } from "../ui/sheet";
import { useUnsavedGuard } from "./unsaved";

interface FormSheetState {
  /** Begins again with what is saved by now. */
  reload?: () => void;
}

const FormSheetContext = createContext<FormSheetState>({});
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
  const [round, setRound] = useState(0);
  const close = useCallback(() => setOpen(false), []);
  const { leave, keep } = useUnsavedGuard(close);
  const state = useMemo<FormSheetState>(
    () => ({ reload: refresh && (() => void beginAgain(refresh).then(() => setRound((last) => last + 1))) }),
    [refresh],
  );
  return (
    <Sheet open={open} onOpenChange={(next) => (next ? setOpen(true) : leave())}>
      <SheetTrigger>{trigger}</SheetTrigger>
      <SheetContent aria-describedby={undefined}>
        <DialogTitle>{title}</DialogTitle>
        {description && <p className="-mt-2 text-muted-foreground">{description}</p>}
        {keep(
          <FormSheetContext key={round} value={state}>
            {children(close)}
          </FormSheetContext>,
        )}
      </SheetContent>
    </Sheet>
  );
}

/** The page learns of the answer in a task of its own, right after the promise: the form begins with what it shows then. */
async function beginAgain(refresh: () => Promise<unknown>): Promise<void> {
  await refresh();
  await new Promise((shown) => setTimeout(shown));
}
