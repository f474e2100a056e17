"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNow } from "next-intl";
import { useBusiness } from "@/components/business-context";
import { type FilterAddress, serializeFilter } from "@/components/calls/address";
import { useAddressState } from "@/components/use-address-state";
import type { AppointmentStatus } from "@/contracts/appointment-states";
import { wallTimeOf } from "@/lib/plain-date";
import { type Outputs, useTRPC } from "@/trpc/client";
import { addressParameters, reportRequest } from "./address";

export type ReportData = Outputs["analytics"]["report"];

/** How soon a report of today says what happened since. */
const freshMs = 15_000;
const countingMs = 3_000;

export function useAddress() {
  return useAddressState(addressParameters, { push: true });
}

export function useReport() {
  const trpc = useTRPC();
  const [address] = useAddress();
  const { timeZone } = useBusiness();
  const today = wallTimeOf(useNow({ updateInterval: 60_000 }), timeZone).date;
  const request = reportRequest(address, today);
  const query = useQuery(
    trpc.analytics.report.queryOptions(request, {
      placeholderData: keepPreviousData,
      refetchInterval: ({ state: { data } }) => {
        if (data?.isCounting) return countingMs;
        return request.toDate >= today ? freshMs : false;
      },
    }),
  );
  return { query, request };
}

/** Where the rows behind a number are. */
export function useRows({ fromDate, toDate }: { fromDate: string; toDate: string }) {
  const { slug } = useBusiness();
  const [{ branch, agent }] = useAddress();
  const days = { from: fromDate, to: toDate };
  return {
    calls: (filter: Partial<FilterAddress> = {}) =>
      `/${slug}/calls${serializeFilter({ ...days, branch, agent, ...filter })}`,
    appointments: (status: AppointmentStatus) => {
      const address = new URLSearchParams({ view: "list", ...days, status });
      if (branch !== null) address.set("branch", String(branch));
      return `/${slug}/appointments?${address}`;
    },
  };
}
