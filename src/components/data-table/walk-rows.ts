import { isForPage } from "../shell/shortcuts/key-switch";

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  j: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  k: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Arrow keys, J and K walk from row to row; J and K also come into the table from wherever one is, but another table.
 * Enter opens, as links do.
 */
export function walkRows(event: KeyboardEvent, table: HTMLElement): void {
  const step = steps[event.key];
  if (!step || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const isLetter = event.key.length === 1;
  if (isLetter && !isForPage(event)) return;
  const focused = document.activeElement;
  const links = [...table.querySelectorAll<HTMLElement>("[data-row-link]")];
  const index = links.findIndex((link) => link.closest("tr")?.contains(focused));
  const around = focused?.closest("table") ?? table;
  if (index === -1 && !(isLetter && around === table)) return;
  event.preventDefault();
  links[index === -1 ? 0 : step(index, links.length - 1)]?.focus();
}
