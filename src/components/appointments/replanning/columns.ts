import { type Column, sameColumn } from "./plan";

interface SeenColumn {
  column: Column;
  /** Where its hours stand on the screen. */
  frame: DOMRect;
}

/** The columns one sees, from left to right; nobody's is none to move to. */
function seenColumns(grid: HTMLElement): SeenColumn[] {
  return [...grid.querySelectorAll<HTMLElement>("[data-hours]")].flatMap((hours) => {
    const { date, staff } = hours.dataset;
    const isSeen = hours.getClientRects().length > 0;
    if (!date || !isSeen || staff === "0") return [];
    return [{ column: toColumn(date, staff), frame: hours.getBoundingClientRect() }];
  });
}

/** The column that holds a slip. */
export function columnOf(slip: Element): Column | undefined {
  const { date, staff } = slip.closest<HTMLElement>("[data-hours]")?.dataset ?? {};
  return date === undefined ? undefined : toColumn(date, staff);
}

const toColumn = (date: string, staff: string | undefined): Column =>
  staff === undefined ? { date } : { date, staffId: Number(staff) };

/** The column next to another; itself at the edge. */
export function neighbourOf(grid: HTMLElement, column: Column, direction: 1 | -1): Column {
  const columns = seenColumns(grid).map((seen) => seen.column);
  const index = columns.findIndex((candidate) => sameColumn(candidate, column));
  return columns[index + direction] ?? column;
}

/** Column and minute since midnight under the pointer; beside all columns, of the nearest. */
export function placeAt(
  grid: HTMLElement,
  { x, y }: { x: number; y: number },
  hours: { from: number; to: number },
) {
  const distance = ({ frame }: SeenColumn) => Math.max(frame.left - x, x - frame.right, 0);
  const [nearest] = seenColumns(grid).sort((a, b) => distance(a) - distance(b));
  if (!nearest) return undefined;
  const { column, frame } = nearest;
  return {
    column,
    minute: hours.from * 60 + ((y - frame.top) / frame.height) * (hours.to - hours.from) * 60,
  };
}
