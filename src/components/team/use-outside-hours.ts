import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import type { Branch } from "./outputs";

/** Appointments that lie outside the branch's hours as they are, closing days left out. */
export function useOutsideHours({ id, active }: Branch) {
  const trpc = useTRPC();
  const { can } = useBusiness();
  const counts = active && can("appointments:read");
  const { data } = useQuery(trpc.branches.outsideHours.queryOptions({ branchId: id }, { enabled: counts }));
  return (counts && data) || [];
}
