import { type RefObject, useLayoutEffect } from "react";

/**
 * Keeps the columns as wide as they are: a table that draws other rows while it is scrolled would fit its columns to
 * each of them. Measured anew when the columns or the window change.
 */
export function useSteadyWidths(body: RefObject<HTMLElement | null>, columns: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns, other widths
  useLayoutEffect(() => {
    const table = body.current?.closest("table");
    if (!table) return;
    const heads = [...table.querySelectorAll("th")];
    const loosen = () => {
      table.style.tableLayout = "";
      for (const head of heads) head.style.width = "";
    };
    const fasten = () => {
      loosen();
      const widths = heads.map((head) => head.getBoundingClientRect().width);
      heads.forEach((head, index) => {
        head.style.width = widths[index] ? `${widths[index]}px` : "";
      });
      table.style.tableLayout = "fixed";
    };
    fasten();
    addEventListener("resize", fasten);
    return () => {
      removeEventListener("resize", fasten);
      loosen();
    };
  }, [columns]);
}
