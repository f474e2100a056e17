"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Primitive } from "radix-ui";
import { type ComponentProps, type RefObject, useRef } from "react";
import { cn } from "../class-names";

export const overlayClasses =
  "fixed inset-0 z-50 bg-scrim duration-150 data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=open]:fade-in-0 data-[state=closed]:fade-out-0";

const shapes = {
  /** Centred on the desk, risen from the bottom edge on the phone. */
  dialog:
    "inset-x-0 bottom-0 max-h-[92dvh] rounded-t-surface border duration-150 data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 md:inset-x-auto md:top-1/2 md:bottom-auto md:left-1/2 md:w-full md:max-w-md md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-surface",
  /** A panel beside the list on the desk, the whole screen on the phone. */
  sheet:
    "inset-y-0 right-0 w-full border-l duration-200 data-[state=closed]:slide-out-to-right data-[state=open]:slide-in-from-right md:w-[28rem]",
};

interface DialogSurfaceProps extends ComponentProps<typeof Primitive.Content> {
  shape?: keyof typeof shapes;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: RefObject<HTMLElement | null>;
}

/** What lies above the page, with its dismissal. Needs a `DialogTitle` inside. */
export function DialogSurface(props: DialogSurfaceProps) {
  const { shape = "dialog", open, onOpenChange, trigger, className, children, ...content } = props;
  const before = useRef<Element>(null);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayClasses} />
        <Primitive.Content
          className={cn(
            "fixed z-50 flex flex-col gap-4 overflow-y-auto bg-surface p-5 shadow-float outline-none data-[state=open]:animate-in data-[state=closed]:animate-out md:p-6",
            shapes[shape],
            className,
          )}
          {...content}
          onOpenAutoFocus={(event) => {
            before.current = document.activeElement;
            content.onOpenAutoFocus?.(event);
          }}
          onCloseAutoFocus={(event) => {
            content.onCloseAutoFocus?.(event);
            if (event.defaultPrevented) return;
            event.preventDefault();
            // What opened it may be gone with what was saved: then the page goes on from its content.
            const back = [trigger.current, before.current].find((element) => element?.isConnected);
            if (back instanceof HTMLElement) back.focus();
            else document.querySelector("main")?.focus({ preventScroll: true });
          }}
        >
          {children}
          <Dismiss />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function Dismiss() {
  const t = useTranslations("common");
  return (
    <Primitive.Close
      className="absolute top-2 right-2 inline-flex size-11 items-center justify-center rounded-control text-muted-foreground hover:bg-hover hover:text-foreground md:top-3 md:right-3 md:size-8"
      aria-label={t("close")}
    >
      <X className="size-4" />
    </Primitive.Close>
  );
}

export const DialogClose = Primitive.Close;

export function DialogTitle({ className, ...props }: ComponentProps<typeof Primitive.Title>) {
  return <Primitive.Title className={cn("pr-8 font-semibold text-base", className)} {...props} />;
}

export function DialogDescription({ className, ...props }: ComponentProps<typeof Primitive.Description>) {
  return <Primitive.Description className={cn("text-muted-foreground text-sm", className)} {...props} />;
}
