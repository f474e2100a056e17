"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { NotesField } from "../form/notes-field";
import { type Notes, useNotes } from "../form/use-notes";
import { toast } from "../toast";
import type { AppointmentView } from "./appointment-details";
import { useAppointmentsChanged } from "./use-appointments-changed";
import { useRefusal } from "./use-refusal";

type Appointment = AppointmentView["appointment"];

export function useAppointmentNotes(appointment: Appointment) {
  const t = useTranslations("appointments");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const changed = useAppointmentsChanged();
  const change = useMutation(
    trpc.appointments.change.mutationOptions({
      onSuccess: () => toast(t("notesSaved")),
      onError: (error) => toast.error(refusal(error)),
      onSettled: changed,
    }),
  );
  const { id: appointmentId, version } = appointment;
  const notes = useNotes(appointment.notes ?? "", (text) =>
    change.mutateAsync({ appointmentId, notes: text, version }),
  );
  return { ...notes, saving: change.isPending };
}

interface AppointmentNotesProps {
  appointment: Appointment;
  notes: Notes & { saving: boolean };
}

export function AppointmentNotes({ appointment, notes }: AppointmentNotesProps) {
  const t = useTranslations("appointments");
  const { can } = useBusiness();
  if (can("appointments:write"))
    return (
      <div className="border-t pt-4">
        <NotesField notes={notes} label={t("notes")} saveLabel={t("saveNotes")} saving={notes.saving} />
      </div>
    );
  if (!appointment.notes) return null;
  return (
    <div className="border-t pt-4">
      <h3 className="pb-1 font-medium">{t("notes")}</h3>
      <p className="whitespace-pre-wrap break-words">{appointment.notes}</p>
    </div>
  );
}
