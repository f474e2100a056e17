"use client";

import { type ComponentProps, createContext, type KeyboardEvent, useContext, useState } from "react";

interface Choices {
  value: string | undefined;
  /** Where the Tab key arrives. */
  stop: string | undefined;
}

const Choices = createContext<Choices>({ value: undefined, stop: undefined });

interface ToggleGroupProps extends ComponentProps<"div"> {
  "aria-label": string;
  /** Of all items, in their order. */
  values: readonly string[];
  /** Which of them is chosen, if any. */
  value: string | undefined;
}

/**
 * Any number of choices as one stop of the Tab key: arrows walk through them without choosing, in several rows as the
 * eye does, Enter or the space bar chooses. What a choice does is the item's `onClick`.
 */
export function ToggleGroup({ values, value, ...props }: ToggleGroupProps) {
  const [reached, setReached] = useState<string>();
  const stop = [reached, value].find((one) => one !== undefined && values.includes(one)) ?? values[0];
  return (
    <Choices value={{ value, stop }}>
      <div
        role="radiogroup"
        onKeyDown={walk}
        onFocus={({ target }) => setReached(target.closest<HTMLElement>("[role=radio]")?.dataset.value)}
        onBlur={({ currentTarget, relatedTarget }) =>
          !currentTarget.contains(relatedTarget) && setReached(undefined)
        }
        {...props}
      />
    </Choices>
  );
}

export function ToggleGroupItem({ value, ...props }: ComponentProps<"button"> & { value: string }) {
  const { value: chosen, stop } = useContext(Choices);
  return (
    // biome-ignore lint/a11y/useSemanticElements: arrows walk past a button without choosing it, past an input they would
    <button
      type="button"
      role="radio"
      aria-checked={value === chosen}
      data-state={value === chosen ? "on" : "off"}
      data-value={value}
      tabIndex={value === stop ? 0 : -1}
      {...props}
    />
  );
}

const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

function walk(event: KeyboardEvent<HTMLElement>): void {
  if (!keys.includes(event.key)) return;
  if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=radio]")];
  nextOf(event.key, items, items.indexOf(event.target as HTMLElement))?.focus();
}

function nextOf(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  if (key === "Home") return items[0];
  if (key === "End") return items.at(-1);
  if (key === "ArrowLeft") return items[at - 1];
  if (key === "ArrowRight") return items[at + 1];
  return inNextRow(items, at, key === "ArrowDown" ? 1 : -1);
}

/** What stands nearest in the row above or below; of a single row, the neighbour. */
function inNextRow(items: readonly HTMLElement[], at: number, direction: 1 | -1): HTMLElement | undefined {
  const own = items[at]?.getBoundingClientRect();
  if (!own) return undefined;
  const places = items.map((item) => {
    const { top, left } = item.getBoundingClientRect();
    return { item, down: direction * (top - own.top), aside: Math.abs(left - own.left) };
  });
  if (places.every(({ down }) => down === 0)) return items[at + direction];
  const beyond = places.filter(({ down }) => down > 0);
  return beyond.sort((a, b) => a.down - b.down || a.aside - b.aside)[0]?.item;
}
