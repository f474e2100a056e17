const gap = 6;
const margin = 8;

/**
 * Puts a browser's popover, about to open, below what it belongs to and inside the window; above, where `wantedHeight`
 * (in pixels) does not fit below and there is more room.
 */
export function placePopover(panel: HTMLElement, anchor: HTMLElement | null, wantedHeight = 240) {
  if (!anchor) return;
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const atTheEnd = (left + right) / 2 > width / 2;
  const upwards = height - bottom < wantedHeight + gap + margin && top > height - bottom;
  Object.assign(panel.style, {
    top: upwards ? "auto" : `${bottom + gap}px`,
    bottom: upwards ? `${height - top + gap}px` : "auto",
    left: atTheEnd ? "auto" : `${Math.max(margin, left)}px`,
    right: atTheEnd ? `${Math.max(margin, width - right)}px` : "auto",
    maxHeight: upwards ? `${top - gap - margin}px` : `calc(100dvh - ${bottom + gap + margin}px)`,
  });
}
