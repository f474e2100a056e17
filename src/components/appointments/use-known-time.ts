import { skipToken, useQuery } from "@tanstack/react-query";
import { clockOf } from "@/lib/clock-minutes";
import { wallTimeOf } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import type { AppointmentView } from "./appointment-details";
import type { Place } from "./way-back";

/** Whether a place that an appointment is to move to is free; nothing as long as none is known. */
export function useKnownTime({ appointment, timeZone }: AppointmentView, place: Place | undefined) {
  const trpc = useTRPC();
  const business = useBusiness();
  const wall = place && wallTimeOf(place.start, timeZone ?? business.timeZone);
  const { data, error } = useQuery(
    trpc.appointments.wishedSlot.queryOptions(
      place && wall
        ? {
            wish: { movingAppointmentId: appointment.id },
            staffId: place.staff?.id ?? appointment.staffId ?? undefined,
            branchId: place.branch?.id ?? appointment.branchId ?? undefined,
            date: wall.date,
            time: clockOf(wall.minute),
          }
        : skipToken,
      { retry: false, staleTime: 10_000 },
    ),
  );
  return { slot: data, refused: error };
}
