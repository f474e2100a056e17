"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { toast } from "../toast";
import type { AppointmentView } from "./appointment-details";
import { useAppointmentsChanged } from "./use-appointments-changed";
import type { Place } from "./way-back";

/**
 * Puts an appointment back where a move took it from. Where somebody outside was told, or the place is taken by now,
 * that is a move like any other, and `onMove` opens its form.
 */
export function usePutBack(
  { appointment }: AppointmentView,
  onDone: () => void,
  onMove: (place: Place) => void,
) {
  const t = useTranslations("appointments.replan");
  const trpc = useTRPC();
  const changed = useAppointmentsChanged();
  const move = useMutation(trpc.appointments.move.mutationOptions());
  const putBack = async (place: Place, overrideReason: string | null) => {
    if (appointment.syncState !== "none") return onMove(place);
    try {
      await move.mutateAsync({
        appointmentId: appointment.id,
        start: place.start,
        staffId: place.staff?.id,
        branchId: place.branch?.id,
        version: appointment.version,
        overrideReason: overrideReason ?? undefined,
      });
      toast.success(t("undone"));
      onDone();
    } catch {
      onMove(place);
    }
    await changed();
  };
  return { putBack, isPending: move.isPending };
}
