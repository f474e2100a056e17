"use client";

import { useRef, useState } from "react";

type RowId = string | number;

/** Which of the shown rows are selected; whatever is no longer shown is not. */
export function useSelection(shown: readonly RowId[]) {
  const [chosen, setChosen] = useState<ReadonlySet<RowId>>(new Set());
  const anchor = useRef<RowId>(undefined);
  const selected = shown.filter((id) => chosen.has(id));
  const turn = (ids: readonly RowId[], on: boolean) => {
    const next = new Set(selected);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  return {
    selected,
    has: (id: RowId) => chosen.has(id),
    /** With `range`, all from the row before to this one follow it. */
    toggle: (id: RowId, range: boolean) => {
      const [from, to] = [shown.indexOf(anchor.current ?? id), shown.indexOf(id)];
      const ids = range && from !== -1 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
      turn(ids, !chosen.has(id));
      anchor.current = id;
    },
    toggleAll: () => turn(shown, selected.length < shown.length),
    clear: () => setChosen(new Set()),
  };
}

export type Selection = ReturnType<typeof useSelection>;
