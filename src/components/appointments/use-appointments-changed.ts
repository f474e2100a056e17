"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/trpc/client";

/** After a write of one's own: what shows appointments asks again at once, without waiting for the live stream. */
export function useAppointmentsChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.appointments.pathFilter()),
        queryClient.invalidateQueries(trpc.today.pathFilter()),
      ]),
    [queryClient, trpc],
  );
}
