"use client";

import { useNow } from "next-intl";
import { wallTimeOf } from "@/lib/plain-date";
import { useBusiness } from "../business-context";
import { useAddressState } from "../use-address-state";
import { addressParameters } from "./address";

export function useAddress() {
  return useAddressState(addressParameters, { push: true });
}

/** Today on the wall of the business, also after midnight. */
export function useToday(): string {
  const { timeZone } = useBusiness();
  const now = useNow({ updateInterval: 60_000 });
  return wallTimeOf(now, timeZone).date;
}
