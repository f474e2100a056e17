"use client";

import { Dialog as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "../class-names";
import { DialogDismiss, overlayClasses } from "./dialog";

export const Sheet = Primitive.Root;
export const SheetTrigger = Primitive.Trigger;

/** A panel beside the list on the desk, the whole screen on the phone. Needs a `DialogTitle` inside. */
export function SheetContent({ className, children, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Primitive.Content
        className={cn(
          "fixed inset-y-0 right-0 z-50 flex w-full flex-col gap-4 overflow-y-auto border-l bg-surface p-5 shadow-float outline-none duration-200 data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=closed]:slide-out-to-right data-[state=open]:slide-in-from-right md:w-[28rem] md:p-6",
          className,
        )}
        {...props}
      >
        {children}
        <DialogDismiss />
      </Primitive.Content>
    </Primitive.Portal>
  );
}
