"use client";

import { Slot } from "radix-ui";
import { type ReactElement, type ReactNode, useId, useRef, useState } from "react";
import { cn } from "../class-names";
import { placePopover } from "./place-popover";

interface PopoverProps {
  /** Names the panel for those who hear it. */
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  className?: string;
  /** Drawn from the first time on that somebody reaches for it. */
  children: ReactNode;
}

/** The browser's own popover: closes by Escape and by a click beside it, and costs no script to speak of. */
export function Popover({ label, trigger, className, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <>
      <Slot.Root ref={button} {...{ popoverTarget: id }} onPointerEnter={want} onFocus={want} onClick={want}>
        {trigger}
      </Slot.Root>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onBeforeToggle={(event) =>
          event.newState === "open" && placePopover(event.currentTarget, button.current)
        }
        className={cn(
          "fixed m-0 w-72 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-surface border bg-surface p-4 text-left text-foreground shadow-float",
          className,
        )}
      >
        {wanted && children}
      </div>
    </>
  );
}
