"use client";

import dynamic from "next/dynamic";
import { Sheet, SheetContent } from "../ui/sheet";

const CallbackPanel = dynamic(() => import("./callback-panel").then((module) => module.CallbackPanel));

interface CallbackSheetProps {
  /** NULL while none lies open. */
  callbackId: number | null;
  onClose: () => void;
}

/** One callback beside the list: whom to call, why, and what came of it. */
export function CallbackSheet({ callbackId, onClose }: CallbackSheetProps) {
  return (
    <Sheet open={callbackId !== null} onOpenChange={(open) => !open && onClose()}>
      <SheetContent aria-describedby={undefined}>
        {callbackId !== null && <CallbackPanel callbackId={callbackId} onClose={onClose} />}
      </SheetContent>
    </Sheet>
  );
}
