"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CustomerListRequest } from "@/contracts/customer-list";
import { type Outputs, useTRPC } from "@/trpc/client";

export type CustomerRow = Outputs["customers"]["list"]["rows"][number] & {
  lastCallAt?: Date;
  nextAppointmentAt?: Date;
};

/** Who they are, and, a moment later, when they called and come. */
export function useCustomers(request: CustomerListRequest) {
  const trpc = useTRPC();
  const list = useQuery(trpc.customers.list.queryOptions(request, { placeholderData: keepPreviousData }));
  const found = list.data?.rows;
  const customerIds = useMemo(() => found?.map((row) => row.id) ?? [], [found]);
  const enabled = customerIds.length > 0;
  const calls = useQuery(trpc.customers.lastCalls.queryOptions({ customerIds }, { enabled }));
  const visits = useQuery(trpc.customers.nextAppointments.queryOptions({ customerIds }, { enabled }));
  const rows = useMemo(() => {
    const lastCalls = new Map(calls.data?.map((row) => [row.customerId, row.at]));
    const nextVisits = new Map(visits.data?.map((row) => [row.customerId, row.at]));
    return found?.map(
      (row): CustomerRow => ({
        ...row,
        lastCallAt: lastCalls.get(row.id),
        nextAppointmentAt: nextVisits.get(row.id),
      }),
    );
  }, [found, calls.data, visits.data]);
  return { list, rows };
}
