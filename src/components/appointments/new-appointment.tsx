"use client";

import dynamic from "next/dynamic";
import { useBusiness } from "../business-context";
import { useUnsavedGuard } from "../form/unsaved";
import { Sheet, SheetContent } from "../ui/sheet";
import { noNewAppointment } from "./address";
import { useAddress } from "./use-address";
import { useReturnFocus } from "./use-return-focus";

const BookingSteps = dynamic(() => import("./booking-steps").then((module) => module.BookingSteps));

/** Two steps: what and when, then for whom. */
export function NewAppointment() {
  const [address, setAddress] = useAddress();
  const { can } = useBusiness();
  const focus = useReturnFocus();
  const { leave, keep } = useUnsavedGuard(() => setAddress(noNewAppointment));
  const open = address.new && can("appointments:write");
  return (
    <Sheet open={open} onOpenChange={(next) => !next && leave()}>
      <SheetContent aria-describedby={undefined} {...focus}>
        {keep(<BookingSteps />)}
      </SheetContent>
    </Sheet>
  );
}
