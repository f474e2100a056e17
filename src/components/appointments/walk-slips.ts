import type { KeyboardEvent } from "react";

const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"];

const slipsIn = (day: Element) => [...day.querySelectorAll<HTMLElement>("[data-slip]")];
const topOf = (element: HTMLElement) => element.getBoundingClientRect().top;

/** Up and down through a day, left and right to the slip at about the same time of the next day that has one. */
export function walkSlips(event: KeyboardEvent<HTMLElement>): void {
  if (!keys.includes(event.key) || event.metaKey || event.ctrlKey || event.altKey) return;
  const current = document.activeElement?.closest<HTMLElement>("[data-slip]");
  const day = current?.closest("[data-day]");
  if (!current || !day) return;
  event.preventDefault();
  nextSlip(event, current, day)?.focus();
}

function nextSlip(
  { key, currentTarget }: KeyboardEvent<HTMLElement>,
  current: HTMLElement,
  day: Element,
): HTMLElement | undefined {
  const ofDay = slipsIn(day);
  if (key === "Home") return ofDay[0];
  if (key === "End") return ofDay.at(-1);
  if (key === "ArrowDown") return ofDay[ofDay.indexOf(current) + 1];
  if (key === "ArrowUp") return ofDay[ofDay.indexOf(current) - 1];
  const days = [...currentTarget.querySelectorAll("[data-day]")].filter(
    (column) => column === day || (column.getClientRects().length > 0 && slipsIn(column).length > 0),
  );
  const neighbour = days[days.indexOf(day) + (key === "ArrowRight" ? 1 : -1)];
  if (!neighbour) return undefined;
  const distance = (slip: HTMLElement) => Math.abs(topOf(slip) - topOf(current));
  return slipsIn(neighbour).sort((a, b) => distance(a) - distance(b))[0];
}
