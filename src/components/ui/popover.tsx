"use client";

import { Slot } from "radix-ui";
import { type ReactElement, type ReactNode, type ToggleEvent, useId, useRef, useState } from "react";
import { cn } from "../class-names";

const gap = 6;
const margin = 8;

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
  const place = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== "open" || !button.current) return;
    const { left, right, bottom } = button.current.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const atTheEnd = (left + right) / 2 > width / 2;
    Object.assign(event.currentTarget.style, {
      top: `${bottom + gap}px`,
      left: atTheEnd ? "auto" : `${Math.max(margin, left)}px`,
      right: atTheEnd ? `${Math.max(margin, width - right)}px` : "auto",
      maxHeight: `calc(100dvh - ${bottom + gap + margin}px)`,
    });
  };
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
        onBeforeToggle={place}
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
