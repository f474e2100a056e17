"use client";

import { useSearchParams } from "next/navigation";
import { startTransition, useCallback, useMemo, useOptimistic } from "react";
import { type AddressChange, type Parameters, readAddress, writeAddress } from "@/lib/address";

interface Options {
  /** A step that the way back undoes; else the address is changed in place. */
  push?: boolean;
  /** Whether the page goes back to its top. */
  scroll?: boolean;
}

/** State that stands in the address. `parameters` at module scope. Null as the change takes all of them away. */
export function useAddressState<P extends Parameters>(parameters: P, { push, scroll }: Options = {}) {
  const [search, foresee] = useOptimistic(useSearchParams().toString());
  const address = useMemo(() => {
    const asked = new URLSearchParams(search);
    return readAddress(parameters, (name) => asked.get(name));
  }, [parameters, search]);
  const change = useCallback(
    (wanted: AddressChange<P> | null) => {
      const next = writeAddress(parameters, wanted ?? nothing(parameters), location.search);
      if (next !== location.search)
        // Seen at once, though the router takes its time to hear of it.
        startTransition(() => {
          foresee(next);
          const href = `${location.pathname}${next}${location.hash}`;
          if (push) history.pushState(null, "", href);
          else history.replaceState(null, "", href);
        });
      if (scroll) scrollTo(0, 0);
    },
    [parameters, foresee, push, scroll],
  );
  return [address, change] as const;
}

const nothing = <P extends Parameters>(parameters: P) =>
  Object.fromEntries(Object.keys(parameters).map((name) => [name, null])) as AddressChange<P>;
