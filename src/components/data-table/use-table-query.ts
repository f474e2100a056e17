"use client";

import { useCallback } from "react";
import type { AddressChange, Parameters } from "@/lib/address";
import { useAddressState } from "../use-address-state";

/** The table's state in the address bar. A change of anything but the cursor goes back to the first page. */
export function useTableQuery<P extends Parameters>(parameters: P) {
  const [query, setQuery] = useAddressState(parameters, { push: true });
  const change = useCallback(
    (patch: AddressChange<P>) => setQuery({ cursor: null, ...patch } as AddressChange<P>),
    [setQuery],
  );
  return [query, change] as const;
}
