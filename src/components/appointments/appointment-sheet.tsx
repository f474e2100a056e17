"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useUnsavedGuard } from "../form/unsaved";
import { Sheet, SheetContent } from "../ui/sheet";
import { useAddress } from "./use-address";
import { useReturnFocus } from "./use-return-focus";

const AppointmentPanel = dynamic(() =>
  import("./appointment-panel").then((module) => module.AppointmentPanel),
);

/** One appointment beside the calendar. The address opens it, so it can be linked and survives a reload. */
export function AppointmentSheet() {
  const [{ appointment: id }, setAddress] = useAddress();
  const { leave, keep } = useUnsavedGuard(() => setAddress({ appointment: null }));
  const focus = useReturnFocus();
  // While the sheet slides out it still shows what it showed.
  const [shownId, setShownId] = useState(id);
  if (id !== null && id !== shownId) setShownId(id);
  return (
    <Sheet open={id !== null} onOpenChange={(open) => !open && leave()}>
      <SheetContent aria-describedby={undefined} {...focus}>
        {keep(shownId !== null && <AppointmentPanel key={shownId} id={shownId} />)}
      </SheetContent>
    </Sheet>
  );
}
