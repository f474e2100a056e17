import { skipToken, useQuery } from "@tanstack/react-query";
import type { Slot } from "@/contracts/appointments";
import { useTRPC } from "@/trpc/client";
import { useAddress } from "./use-address";
import type { Refused } from "./use-refusal";

/** What is to be booked, with whom and where, as far as it is known. */
export interface Wish {
  serviceId?: number;
  branchId?: number;
  staffId?: number;
}

interface WishedSlot {
  /** The free one of a service at the day and time that the address asks for. */
  slot?: Slot;
  /** Why it is not free. */
  refused: Refused | null;
}

export function useWishedSlot({ serviceId, branchId, staffId }: Wish): WishedSlot {
  const trpc = useTRPC();
  const [{ date, at }] = useAddress();
  const isAsked = serviceId !== undefined && date !== null && at !== null;
  const { data, error } = useQuery(
    trpc.appointments.wishedSlot.queryOptions(
      isAsked ? { wish: { serviceId }, branchId, staffId, date, time: at } : skipToken,
      { staleTime: 10_000, retry: false },
    ),
  );
  return { slot: data, refused: error };
}
