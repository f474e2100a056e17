"use client";

import { type UseQueryStatesKeysMap, useQueryStates, type Values } from "nuqs";
import { useCallback } from "react";

/** The table's state in the address bar. A change of anything but the cursor goes back to the first page. */
export function useTableQuery<Parsers extends UseQueryStatesKeysMap>(parsers: Parsers) {
  const [query, setQuery] = useQueryStates(parsers, { history: "push" });
  const change = useCallback(
    (patch: Partial<{ [Key in keyof Values<Parsers>]: Values<Parsers>[Key] | null }>) => {
      setQuery({ cursor: null, ...patch } as Parameters<typeof setQuery>[0]);
    },
    [setQuery],
  );
  return [query, change] as const;
}
