"use client";

import { Slot } from "radix-ui";
import { type PointerEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";

const delayMs = 300;
const gap = 6;
const margin = 8;

/** For what an icon or a cut text means; never the only place a fact stands. `children` takes the focus. */
export function Tooltip({ label, children }: { label: ReactNode; children: ReactElement }) {
  const [target, setTarget] = useState<HTMLElement>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const hide = () => {
    clearTimeout(timer.current);
    setTarget(undefined);
  };
  return (
    <>
      <Slot.Root
        onPointerEnter={({ currentTarget, pointerType }: PointerEvent<HTMLElement>) => {
          if (pointerType !== "touch") timer.current = setTimeout(() => setTarget(currentTarget), delayMs);
        }}
        onPointerLeave={hide}
        onPointerDown={hide}
        onFocus={({ currentTarget }) => currentTarget.matches(":focus-visible") && setTarget(currentTarget)}
        onBlur={hide}
        onKeyDown={({ key }) => key === "Escape" && hide()}
      >
        {children}
      </Slot.Root>
      {target && (
        <span
          ref={(panel) => {
            if (panel) showAt(panel, target);
          }}
          popover="manual"
          aria-hidden="true"
          className="pointer-events-none fixed m-0 max-w-72 rounded-control bg-foreground px-2.5 py-1.5 text-background text-xs shadow-float"
        >
          {label}
        </span>
      )}
    </>
  );
}

/** Above what it speaks of, below where there is no room. */
function showAt(panel: HTMLElement, target: HTMLElement) {
  if (!target.isConnected) return;
  panel.showPopover();
  const { left, width, top, bottom } = target.getBoundingClientRect();
  const start = left + width / 2 - panel.offsetWidth / 2;
  const above = top - gap - panel.offsetHeight;
  panel.style.left = `${Math.max(margin, Math.min(start, innerWidth - margin - panel.offsetWidth))}px`;
  panel.style.top = `${above < margin ? bottom + gap : above}px`;
}
