"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Field } from "../form/field";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { Textarea } from "../ui/textarea";
import type { AppointmentView } from "./appointment-details";
import { useAppointmentsChanged } from "./use-appointments-changed";
import { useRefusal } from "./use-refusal";

type Appointment = AppointmentView["appointment"];

export function AppointmentNotes({ appointment }: { appointment: Appointment }) {
  const t = useTranslations("appointments");
  const { can } = useBusiness();
  if (can("appointments:write")) return <NotesField appointment={appointment} />;
  if (!appointment.notes) return null;
  return (
    <div className="border-t pt-4">
      <h3 className="pb-1 font-medium">{t("notes")}</h3>
      <p className="whitespace-pre-wrap break-words">{appointment.notes}</p>
    </div>
  );
}

function NotesField({ appointment }: { appointment: Appointment }) {
  const t = useTranslations("appointments");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const changed = useAppointmentsChanged();
  const saved = appointment.notes ?? "";
  const [notes, setNotes] = useState(saved);
  const change = useMutation(
    trpc.appointments.change.mutationOptions({
      onSuccess: () => toast(t("notesSaved")),
      onError: (error) => toast.error(refusal(error)),
      onSettled: changed,
    }),
  );
  const save = () =>
    change.mutate({
      appointmentId: appointment.id,
      notes: notes.trim() || null,
      version: appointment.version,
    });
  return (
    <div className="flex flex-col gap-2 border-t pt-4">
      <Field label={t("notes")}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={5000}
            className="min-h-16"
            value={notes}
            onChange={({ target }) => setNotes(target.value)}
          />
        )}
      </Field>
      {notes !== saved && (
        <div className="flex justify-end gap-2">
          <Button size="small" variant="ghost" onClick={() => setNotes(saved)}>
            {common("cancel")}
          </Button>
          <Button size="small" variant="primary" disabled={change.isPending} onClick={save}>
            {t("saveNotes")}
          </Button>
        </div>
      )}
    </div>
  );
}
