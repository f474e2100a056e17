"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/trpc/client";

/** Asks anew for whatever shows the catalogue; resolves when what is on screen is up to date. */
export function useCatalogChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(async () => {
    const routers = [trpc.staff, trpc.services, trpc.branches, trpc.resources, trpc.catalog];
    await Promise.all(routers.map((router) => queryClient.invalidateQueries(router.pathFilter())));
  }, [trpc, queryClient]);
}
