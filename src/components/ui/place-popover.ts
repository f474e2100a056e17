const gap = 6;
const margin = 8;

/**
 * Puts a browser's popover, about to open, below what it belongs to; above, or at the window's lower edge, where `wanted`
 * (in pixels) does not fit there. It never leaves the window.
 */
export function placePopover(
  panel: HTMLElement,
  anchor: HTMLElement | null,
  wanted = { width: 288, height: 240 },
) {
  if (!anchor) return;
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const [below, above] = [height - bottom - gap - margin, top - gap - margin];
  const vertical =
    below >= wanted.height
      ? { top: `${bottom + gap}px`, bottom: "auto", maxHeight: `${below}px` }
      : above >= wanted.height
        ? { top: "auto", bottom: `${height - top + gap}px`, maxHeight: `${above}px` }
        : { top: "auto", bottom: `${margin}px`, maxHeight: `${height - 2 * margin}px` };
  const farthest = width - wanted.width - margin;
  const horizontal =
    left <= farthest
      ? { left: `${Math.max(margin, left)}px`, right: "auto" }
      : { left: "auto", right: `${Math.max(margin, Math.min(width - right, farthest))}px` };
  Object.assign(panel.style, vertical, horizontal);
}
