export interface TurnedPage<Row> {
  rows: Row[];
  /** Cursors; NULL where there is no such page. */
  previous: string | null;
  next: string | null;
}

/** A cursor says which way it leads and from which row: ">12" is what follows row 12, "<12" what stands before it. */
export const readCursor = (cursor: string | undefined) => ({
  key: cursor?.slice(1),
  backwards: cursor?.startsWith("<") === true,
});

/**
 * One page of a list that can be turned both ways.
 * @param found one row more than a page if there are more, nearest to the cursor first
 * @param positioned whether there was a cursor to start from
 */
export function turnPage<Row>(
  found: Row[],
  pageRows: number,
  { backwards, positioned }: { backwards: boolean; positioned: boolean },
  keyOf: (row: Row) => string | number,
): TurnedPage<Row> {
  const more = found.length > pageRows;
  const rows = found.slice(0, pageRows);
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (backwards ? more : positioned) ? `<${keyOf(first)}` : null,
    next: last && (backwards || more) ? `>${keyOf(last)}` : null,
  };
}
