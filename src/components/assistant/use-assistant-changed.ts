"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/trpc/client";

/** Asks anew for what the assistant says; what Retell has did not change by it. */
export function useAssistantChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.assistant.get.queryFilter()),
        queryClient.invalidateQueries(trpc.assistant.versions.queryFilter()),
      ]),
    [trpc, queryClient],
  );
}
