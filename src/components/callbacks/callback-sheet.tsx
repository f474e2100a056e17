"use client";

import dynamic from "next/dynamic";
import { useRef } from "react";
import { useUnsavedGuard } from "../form/unsaved";
import { Sheet, SheetContent } from "../ui/sheet";

const CallbackPanel = dynamic(() => import("./callback-panel").then((module) => module.CallbackPanel));

interface CallbackSheetProps {
  /** NULL while none lies open. */
  callbackId: number | null;
  onClose: () => void;
}

/** One callback beside the list: whom to call, why, and what came of it. */
export function CallbackSheet({ callbackId, onClose }: CallbackSheetProps) {
  const { leave, keep } = useUnsavedGuard(onClose);
  const next = useRef<HTMLElement | null>(null);
  const settle = () => {
    next.current = rowBeside(callbackId);
    onClose();
  };
  const focusNext = (event: Event) => {
    if (!next.current) return;
    event.preventDefault();
    next.current.focus();
    next.current = null;
  };
  return (
    <Sheet open={callbackId !== null} onOpenChange={(open) => !open && leave()}>
      <SheetContent aria-describedby={undefined} onCloseAutoFocus={focusNext}>
        {keep(callbackId !== null && <CallbackPanel callbackId={callbackId} onSettled={settle} />)}
      </SheetContent>
    </Sheet>
  );
}

/** Its own row is about to leave the list: whoever works with keys goes on with the one after it, or else before it. */
function rowBeside(callbackId: number | null): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('main a[href*="callback="]')].filter(
    (row) => row.getClientRects().length > 0,
  );
  const own = rows.findIndex(({ href }) => new URL(href).searchParams.get("callback") === String(callbackId));
  return (own < 0 ? undefined : (rows[own + 1] ?? rows[own - 1])) ?? document.querySelector("main");
}
