"use client";

import { flag } from "@/lib/address";
import { useAddressState } from "./use-address-state";

const parameters = { new: flag };

/** Whether the sheet for something new is open; links and keys open it by `?new=true`. */
export function useOpenInAddress() {
  const [{ new: open }, change] = useAddressState(parameters);
  return [open, (next: boolean) => change({ new: next })] as const;
}
