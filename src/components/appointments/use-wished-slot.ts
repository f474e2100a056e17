import { useQuery } from "@tanstack/react-query";
import type { Slot } from "@/contracts/appointments";
import { clockText } from "@/lib/german-time/calendar";
import { wallTimeOf } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { useAddress } from "./use-address";

interface WishedSlot {
  /** The free one that the address asks for by service, day and time. */
  slot?: Slot;
  /** Asked for, and not free. */
  taken?: string;
}

export function useWishedSlot(): WishedSlot {
  const trpc = useTRPC();
  const [{ service, branch, with: person, date, at }] = useAddress();
  const isAsked = service !== null && date !== null && at !== null;
  const { data } = useQuery(
    trpc.appointments.freeTimes.queryOptions(
      {
        wish: { serviceId: service ?? 1, branchId: branch ?? undefined },
        staffId: person ?? undefined,
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
