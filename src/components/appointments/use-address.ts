"use client";

import { useNow } from "next-intl";
import { useQueryStates } from "nuqs";
import { wallTimeOf } from "@/lib/plain-date";
import { useBusiness } from "../business-context";
import { addressParsers } from "./address";

export function useAddress() {
  return useQueryStates(addressParsers, { history: "push" });
}

/** Today on the wall of the business, also after midnight. */
export function useToday(): string {
  const { timeZone } = useBusiness();
  const now = useNow({ updateInterval: 60_000 });
  return wallTimeOf(now, timeZone).date;
}
