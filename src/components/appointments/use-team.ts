import { useQuery } from "@tanstack/react-query";
import { type Outputs, useTRPC } from "@/trpc/client";

const nobodyYet: Outputs["catalog"]["staff"] = [];

/** Who can be booked: what each offers, where they work, and their colour. */
export function useTeam() {
  const trpc = useTRPC();
  return useQuery(trpc.catalog.staff.queryOptions(undefined, { staleTime: 300_000 })).data ?? nobodyYet;
}
