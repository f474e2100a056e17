import { and, type Column, eq, gt, lt, or, type SQL } from "drizzle-orm";

/**
 * What comes after (`above`) or before (`below`) a position in the order of these columns, all in one direction:
 * a > x, or a = x and b > y, and so on. The columns are those of an index, in its order.
 */
export function beyond(
  side: "above" | "below",
  columns: readonly Column[],
  position: readonly unknown[],
): SQL | undefined {
  const further = side === "above" ? gt : lt;
  return or(
    ...columns.map((column, i) =>
      and(...columns.slice(0, i).map((before, j) => eq(before, position[j])), further(column, position[i])),
    ),
  );
}
