"use client";

import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type FocusEvent,
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useSteadyWidths } from "./use-steady-widths";

interface VirtualBodyProps {
  count: number;
  /** Tells one set of columns from another. */
  columns: string;
  /** A row of the table; all are equally high. */
  rowAt: (index: number) => ReactNode;
}

const usualHeight = 40;
/** Drawn beyond the edges, so that a step of the keys always finds the next row. */
const overscan = 10;

const positionOf = (target: EventTarget) =>
  Number((target as HTMLElement).closest<HTMLElement>("[data-position]")?.dataset.position ?? Number.NaN);

/**
 * A long table draws only the rows in sight; the page scrolls as if all stood there. The focused one stays, wherever
 * it is, so that keys go on from it; Home and End reach rows that are not drawn yet.
 */
export function VirtualBody({ count, columns, rowAt }: VirtualBodyProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [place, setPlace] = useState({ top: 0, height: usualHeight });
  const [kept, setKept] = useState<number>();
  const [wanted, setWanted] = useState<number>();
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => place.height,
    overscan,
    scrollMargin: place.top,
    // The server cannot know how far somebody had scrolled: both begin at the top.
    initialOffset: 0,
    initialRect: { width: 0, height: 1000 },
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (kept === undefined || kept >= count || shown.includes(kept)) return shown;
      return [...shown, kept].sort((a, b) => a - b);
    },
  });

  useSteadyWidths(body, columns);
  useLayoutEffect(() => {
    const row = body.current?.querySelector("[data-position]");
    if (!body.current || !row) return;
    const { height } = row.getBoundingClientRect();
    const top = body.current.getBoundingClientRect().top + scrollY;
    // Where a phone shows cards instead, there is nothing to measure.
    if (height > 0 && (Math.abs(height - place.height) > 0.1 || Math.abs(top - place.top) > 1))
      setPlace({ top, height });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are all measured anew
  useLayoutEffect(() => virtualizer.measure(), [place.height]);
  useEffect(() => {
    if (wanted === undefined) return;
    body.current?.querySelector<HTMLElement>(`[data-position="${wanted}"] [data-row-link]`)?.focus();
    setWanted(undefined);
  }, [wanted]);

  const keep = (event: FocusEvent) => {
    const position = positionOf(event.target);
    if (!Number.isNaN(position)) setKept(position);
  };
  const leap = (event: KeyboardEvent) => {
    if (event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    const goal = event.key === "Home" ? 0 : count - 1;
    setKept(goal);
    setWanted(goal);
  };
  const items = virtualizer.getVirtualItems();
  const end = place.top + virtualizer.getTotalSize();
  return (
    <tbody ref={body} onFocus={keep} onKeyDown={leap}>
      {items.map((item, i) => (
        <Fragment key={item.key}>
          <Gap height={item.start - (items[i - 1]?.end ?? place.top)} />
          {rowAt(item.index)}
        </Fragment>
      ))}
      <Gap height={end - (items.at(-1)?.end ?? place.top)} />
    </tbody>
  );
}

/** Where rows would stand. */
function Gap({ height }: { height: number }) {
  return height > 0.5 && <tr style={{ height }} />;
}
