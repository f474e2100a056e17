import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** The branch an answer holds for; undefined where it holds for all. */
export function useBranchOf() {
  const { data } = useQuery(useTRPC().assistant.get.queryOptions());
  return ({ branchId }: { branchId: number | null }) => data?.branches.find(({ id }) => id === branchId);
}
