"use client";

import { Slot } from "radix-ui";
import {
  type ComponentProps,
  createContext,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useContext,
  useRef,
  useState,
} from "react";
import { cn } from "../class-names";
import type { DialogSurface } from "./dialog-surface";

// What opens a dialog stands in the page; the dialog itself is fetched when somebody reaches for it.
const loadSurface = () => import("./dialog-surface");
const Surface = lazy(async () => ({ default: (await loadSurface()).DialogSurface }));
export const DialogTitle = lazy(async () => ({ default: (await loadSurface()).DialogTitle }));
export const DialogDescription = lazy(async () => ({ default: (await loadSurface()).DialogDescription }));
export const DialogClose = lazy(async () => ({ default: (await loadSurface()).DialogClose }));

interface DialogState {
  open: boolean;
  setOpen: (open: boolean) => void;
  /** Where the focus goes back to; without a trigger, to whatever had it. */
  trigger: RefObject<HTMLElement | null>;
}

const DialogContext = createContext<DialogState | undefined>(undefined);

function useDialog() {
  const dialog = useContext(DialogContext);
  if (!dialog) throw new Error("A part of a dialog stands outside of it");
  return dialog;
}

interface DialogProps {
  /** Without it the dialog keeps its own state. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

export function Dialog({ open: given, onOpenChange, children }: DialogProps) {
  const [own, setOwn] = useState(false);
  const trigger = useRef<HTMLElement>(null);
  const setOpen = (open: boolean) => {
    setOwn(open);
    onOpenChange?.(open);
  };
  return <DialogContext value={{ open: given ?? own, setOpen, trigger }}>{children}</DialogContext>;
}

/** Makes its only child, a button, open the dialog. */
export function DialogTrigger({ children }: { children: ReactNode }) {
  const { open, setOpen, trigger } = useDialog();
  return (
    <Slot.Root
      aria-haspopup="dialog"
      aria-expanded={open}
      onPointerEnter={loadSurface}
      onFocus={loadSurface}
      onClick={(event) => {
        trigger.current = event.currentTarget;
        setOpen(true);
      }}
    >
      {children}
    </Slot.Root>
  );
}

type SurfaceProps = Omit<ComponentProps<typeof DialogSurface>, "open" | "onOpenChange" | "trigger">;

/** The surface with its content, from the first opening on. */
export function DialogContent(props: SurfaceProps) {
  const { open, setOpen, trigger } = useDialog();
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense>
      <Surface {...props} open={open} onOpenChange={setOpen} trigger={trigger} />
    </Suspense>
  );
}

export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn("flex flex-col-reverse gap-2 pt-1 md:flex-row md:justify-end", className)}
      {...props}
    />
  );
}
