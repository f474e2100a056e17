"use client";

import { ToggleGroup as Primitive } from "radix-ui";
import type { ComponentProps, KeyboardEvent } from "react";

interface ToggleGroupProps extends Omit<ComponentProps<"div">, "dir" | "defaultValue"> {
  "aria-label": string;
  /** Which item is chosen; empty for none. */
  value: string;
}

/**
 * Any number of choices as one stop of the Tab key: arrows walk through them without choosing, in several rows as the
 * eye does, Enter or the space bar chooses. What a choice does is the item's `onClick`.
 */
export function ToggleGroup(props: ToggleGroupProps) {
  return <Primitive.Root {...props} type="single" loop={false} onKeyDownCapture={walkRows} />;
}

export const ToggleGroupItem = Primitive.Item;

/** Up and down to what stands nearest in the next row; in a single row they walk like left and right. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!direction || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
  const { left, top } = (event.target as Element).getBoundingClientRect();
  const places = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=radio]")].map((item) => {
    const box = item.getBoundingClientRect();
    return { item, down: direction * (box.top - top), aside: Math.abs(box.left - left) };
  });
  if (places.every(({ down }) => down === 0)) return;
  event.preventDefault();
  const [nearest] = places
    .filter(({ down }) => down > 0)
    .sort((a, b) => a.down - b.down || a.aside - b.aside);
  nearest?.item.focus();
}
