import { type Column, sameColumn } from "./plan";

interface SeenColumn {
  column: Column;
  /** Where its hours stand on the screen. */
  frame: DOMRect;
}

/** The columns one sees, from left to right; nobody's and no branch's are none to move to. */
function seenColumns(grid: HTMLElement): SeenColumn[] {
  return [...grid.querySelectorAll<HTMLElement>("[data-hours]")].flatMap((hours) => {
    const { staff, branch } = hours.dataset;
    const column = toColumn(hours.dataset);
    const isSeen = hours.getClientRects().length > 0;
    if (!column || !isSeen || staff === "0" || branch === "0") return [];
    return [{ column, frame: hours.getBoundingClientRect() }];
  });
}

/** The column that holds a slip. */
export function columnOf(slip: Element): Column | undefined {
  return toColumn(slip.closest<HTMLElement>("[data-hours]")?.dataset ?? {});
}

const toColumn = ({ date, staff, branch }: DOMStringMap): Column | undefined =>
  date === undefined
    ? undefined
    : {
        date,
        ...(staff === undefined ? {} : { staffId: Number(staff) }),
        ...(branch === undefined ? {} : { branchId: Number(branch) }),
      };

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
