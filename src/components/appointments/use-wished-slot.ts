import { useQuery } from "@tanstack/react-query";
import type { Slot } from "@/contracts/appointments";
import { clockText } from "@/lib/german-time/calendar";
import { wallTimeOf } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { useAddress } from "./use-address";

/** What is to be booked, with whom and where, as far as it is known. */
export interface Wish {
  serviceId?: number;
  branchId?: number;
  staffId?: number;
}

interface WishedSlot {
  /** The free one of a service at the day and time that the address asks for. */
  slot?: Slot;
  /** Asked for, and not free. */
  taken?: string;
}

export function useWishedSlot({ serviceId, branchId, staffId }: Wish): WishedSlot {
  const trpc = useTRPC();
  const [{ date, at }] = useAddress();
  const isAsked = serviceId !== undefined && date !== null && at !== null;
  const { data } = useQuery(
    trpc.appointments.freeTimes.queryOptions(
      {
        wish: { serviceId: serviceId ?? 1, branchId },
        staffId,
        fromDate: date ?? "2000-01-01",
      },
      { enabled: isAsked, staleTime: 10_000 },
    ),
  );
  if (!isAsked || !data) return {};
  const slots = data.days.find((day) => day.date === date)?.slots;
  const slot = slots?.find(({ start, timeZone }) => clockText(wallTimeOf(start, timeZone).minute) === at);
  return slot ? { slot } : { taken: at };
}
