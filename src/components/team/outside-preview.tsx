"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import type { OutsideHoursRequest } from "@/contracts/branches";
import { useTRPC } from "@/trpc/client";
import { AffectedAppointments } from "./affected-appointments";

interface OutsidePreviewProps {
  /** Undefined as long as what is being entered makes no hours. */
  request: OutsideHoursRequest | undefined;
}

/** What would lie outside hours that are being entered; of a week, days with hours of their own are left out. */
export function OutsidePreview({ request }: OutsidePreviewProps) {
  const trpc = useTRPC();
  const { data = [] } = useQuery(
    trpc.branches.outsideHours.queryOptions(request ?? skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  const appointments = request?.week ? data.filter(({ special }) => !special) : data;
  return <AffectedAppointments appointments={appointments} newTab outside />;
}
