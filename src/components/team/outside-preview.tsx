"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { type OutsideHoursRequest, outsideHoursRequest } from "@/contracts/branches";
import { useTRPC } from "@/trpc/client";
import { AffectedAppointments } from "./affected-appointments";

/** What would lie outside hours that are being entered; of a week, days with hours of their own are left out. */
export function OutsidePreview({ request }: { request: OutsideHoursRequest }) {
  const trpc = useTRPC();
  const asked = outsideHoursRequest.safeParse(request);
  const { data = [] } = useQuery(
    trpc.branches.outsideHours.queryOptions(asked.success ? request : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  const appointments = request.week ? data.filter(({ special }) => !special) : data;
  return <AffectedAppointments appointments={appointments} newTab outside />;
}
