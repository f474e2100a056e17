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
  const next = useRef<HTMLElement | null>(null);
  const closeTo = (row: HTMLElement | null) => {
    next.current = row;
    onClose();
  };
  const { leave, keep } = useUnsavedGuard(() => closeTo(rowsAround(callbackId).own));
  const settle = () => closeTo(rowsAround(callbackId).beside);
  const focusNext = (event: Event) => {
    if (!next.current) return;
    event.preventDefault();
    next.current.focus();
    next.current = null;
  };
  return (
    <Sheet open={callbackId !== null} onOpenChange={(open) => !open && leave()}>
      <SheetContent aria-describedby={undefined} onOpenAutoFocus={focusWhole} onCloseAutoFocus={focusNext}>
        {keep(callbackId !== null && <CallbackPanel callbackId={callbackId} onSettled={settle} />)}
      </SheetContent>
    </Sheet>
  );
}

/** Else the focus would skip the links to the first button, which for one's own callback is the one that gives it back. */
function focusWhole(event: Event) {
  event.preventDefault();
  if (event.target instanceof HTMLElement) event.target.focus();
}

/**
 * Where whoever works with keys goes on: at its row, also when a link had led here; once it is settled and its row is
 * about to leave the list, at the one after it, or else before it.
 */
function rowsAround(callbackId: number | null) {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('main a[href*="callback="]')].filter(
    (row) => row.getClientRects().length > 0,
  );
  const own = rows.findIndex(({ href }) => new URL(href).searchParams.get("callback") === String(callbackId));
  const beside = own < 0 ? undefined : (rows[own + 1] ?? rows[own - 1]);
  return { own: rows[own] ?? null, beside: beside ?? document.querySelector<HTMLElement>("main") };
}
