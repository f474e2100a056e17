"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { Field } from "../form/field";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import type { AppointmentView } from "./appointment-details";
import { notify, notifyRefusal } from "./notify";
import { useAppointmentsChanged } from "./use-appointments-changed";
import { useRefusal } from "./use-refusal";

interface CancelAppointmentProps {
  appointment: AppointmentView["appointment"];
  onDone: () => void;
}

/** Asks once, with room for a reason. Nothing looks cancelled before the server said so. */
export function CancelAppointment({ appointment, onDone }: CancelAppointmentProps) {
  const t = useTranslations("appointments.cancel");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const changed = useAppointmentsChanged();
  const [reason, setReason] = useState("");
  const cancel = useMutation(
    trpc.appointments.cancel.mutationOptions({
      onSuccess: () => notify(t("done")),
      onError: (error) => notifyRefusal(refusal(error)),
      onSettled: async () => {
        await changed();
        onDone();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    cancel.mutate({
      appointmentId: appointment.id,
      reason: reason.trim() || undefined,
      version: appointment.version,
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <p>{t("question")}</p>
      <Field label={t("reason")}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" disabled={cancel.isPending}>
          {t(cancel.isPending ? "submitting" : "submit")}
        </Button>
        <Button disabled={cancel.isPending} onClick={onDone}>
          {t("keep")}
        </Button>
      </div>
    </form>
  );
}
