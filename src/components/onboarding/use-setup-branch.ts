"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import type { Setup } from "./use-setup";

/** The branch that the set-up is about. */
export function useSetupBranch({ branchId }: Setup) {
  const trpc = useTRPC();
  return useQuery(
    trpc.branches.get.queryOptions({ branchId: branchId ?? 0 }, { enabled: branchId !== null }),
  );
}
