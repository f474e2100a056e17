import type { KeyboardEvent } from "react";

const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

/** Arrows walk through what `selector` finds, in several rows as the eye does; Home and End to its ends. */
export function walkByArrows(event: KeyboardEvent<HTMLElement>, selector: string): void {
  if (!keys.includes(event.key)) return;
  if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
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
