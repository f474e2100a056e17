"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useNow } from "next-intl";
import { useEffect } from "react";
import { serializeAddress as serializeAppointments } from "@/components/appointments/address";
import { useBusiness } from "@/components/business-context";
import { type ListAddress, serializeList } from "@/components/calls/address";
import { useAddressState } from "@/components/use-address-state";
import type { AppointmentStatus } from "@/contracts/appointment-states";
import { readAddress } from "@/lib/address";
import { wallTimeOf } from "@/lib/plain-date";
import { type Outputs, useTRPC } from "@/trpc/client";
import { addressParameters, lastingCookie, lastingPart, reportRequest } from "./address";

export type ReportData = Outputs["analytics"]["report"];

/** How soon a report of today says what happened since. */
const freshMs = 15_000;
const countingMs = 3_000;

export function useAddress() {
  const { slug } = useBusiness();
  const [address, change] = useAddressState(addressParameters, { push: true });
  const choose = (wanted: Parameters<typeof change>[0]) => {
    change(wanted);
    keepLasting(slug);
  };
  return [address, choose] as const;
}

/** For the next visit: the page itself is asked for with it. */
function keepLasting(slug: string): void {
  const shown = new URLSearchParams(location.search);
  const lasting = lastingPart(readAddress(addressParameters, (name) => shown.get(name)));
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${lastingCookie}=${encodeURIComponent(lasting)}; path=/${slug}/analytics; samesite=lax`;
}

/** What an address or a way back leads to counts as chosen, too. */
export function useLastingAddress() {
  const { slug } = useBusiness();
  const search = useSearchParams();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the address changes
  useEffect(() => keepLasting(slug), [slug, search]);
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

/** Where the rows behind a number are; of these days, unless the number says others. */
export function useRows(days?: { fromDate: string; toDate: string }) {
  const { slug } = useBusiness();
  const [{ branch, agent }] = useAddress();
  const span = { from: days?.fromDate, to: days?.toDate };
  return {
    calls: (filter: Partial<ListAddress> = {}) =>
      `/${slug}/calls${serializeList({ ...span, branch, agent, ...filter })}`,
    appointments: (status: AppointmentStatus) =>
      `/${slug}/appointments${serializeAppointments({ view: "list", ...span, branch, status })}`,
  };
}
