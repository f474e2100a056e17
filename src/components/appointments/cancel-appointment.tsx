"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { Field } from "../form/field";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import type { AppointmentView } from "./appointment-details";
import { RuleExceptionFields } from "./rule-exception";
import { useAppointmentsChanged } from "./use-appointments-changed";
import { useRefusal } from "./use-refusal";
import { useRuleException } from "./use-rule-exception";

interface CancelAppointmentProps {
  appointment: AppointmentView["appointment"];
  onDone: () => void;
}

/**
 * Asks once, with room for a reason; where a rule forbids it, for the reason of an exception. Nothing looks cancelled
 * before the server said so.
 */
export function CancelAppointment({ appointment, onDone }: CancelAppointmentProps) {
  const t = useTranslations("appointments.cancel");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const changed = useAppointmentsChanged();
  const [reason, setReason] = useState("");
  const exception = useRuleException();
  const cancel = useMutation(
    trpc.appointments.cancel.mutationOptions({
      onSuccess: async () => {
        toast(t("done"), { description: appointment.syncState === "none" && t("toldNobody") });
        await changed();
        onDone();
      },
      onError: async (error) => {
        if (exception.keep(error)) return;
        toast.error(refusal(error));
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
      overrideReason: exception.overrideReason,
      version: appointment.version,
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      {exception.refused ? (
        <RuleExceptionFields exception={exception} />
      ) : (
        <>
          <p>
            {t("question")}
            {appointment.syncState === "none" && (
              <span className="block text-muted-foreground text-table">{t("untold")}</span>
            )}
          </p>
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
        </>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" disabled={cancel.isPending}>
          {t(cancel.isPending ? "submitting" : exception.refused ? "submitAnyway" : "submit")}
        </Button>
        <Button disabled={cancel.isPending} onClick={onDone}>
          {t("keep")}
        </Button>
      </div>
    </form>
  );
}
