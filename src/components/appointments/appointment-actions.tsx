"use client";

import { useMutation } from "@tanstack/react-query";
import { UserCheck, UserX } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { toast } from "../toast";
import { Button } from "../ui/button";
import type { AppointmentView } from "./appointment-details";
import { useAppointmentsChanged } from "./use-appointments-changed";
import { useRefusal } from "./use-refusal";

interface AppointmentActionsProps {
  appointment: AppointmentView["appointment"];
  /** Typed and not saved yet: goes along with what became of it. */
  notes: string | null | undefined;
  onMove: () => void;
  onCancel: () => void;
}

/** What can be done now: move and cancel until it is over, from its start on say whether somebody came. */
export function AppointmentActions({ appointment, notes, onMove, onCancel }: AppointmentActionsProps) {
  const t = useTranslations("appointments.actions");
  const { can } = useBusiness();
  const now = useNow({ updateInterval: 30_000 });
  const { status, startTime, endTime } = appointment;
  if (!can("appointments:write") || status === "cancelled") return null;
  const started = startTime <= now && status !== "pending";
  const open = (status === "pending" || status === "scheduled") && endTime > now;
  if (!started && !open) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {started && <Outcome appointment={appointment} notes={notes} />}
      {open && (
        <>
          <Button variant={started ? "secondary" : "primary"} onClick={onMove}>
            {t("move")}
          </Button>
          <Button onClick={onCancel}>{t("cancel")}</Button>
        </>
      )}
    </div>
  );
}

function Outcome({ appointment, notes }: Pick<AppointmentActionsProps, "appointment" | "notes">) {
  const t = useTranslations("appointments.actions");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const changed = useAppointmentsChanged();
  const change = useMutation(
    trpc.appointments.change.mutationOptions({
      onSuccess: ({ status }) => toast(t(status === "no_show" ? "markedNoShow" : "markedCompleted")),
      onError: (error) => toast.error(refusal(error)),
      onSettled: changed,
    }),
  );
  const mark = (status: "completed" | "no_show") =>
    change.mutate({ appointmentId: appointment.id, status, notes, version: appointment.version });
  return (
    <>
      {appointment.status !== "completed" && (
        <Button
          variant={appointment.status === "scheduled" ? "primary" : "secondary"}
          disabled={change.isPending}
          onClick={() => mark("completed")}
        >
          <UserCheck />
          {t("completed")}
        </Button>
      )}
      {appointment.status !== "no_show" && (
        <Button disabled={change.isPending} onClick={() => mark("no_show")}>
          <UserX />
          {t("noShow")}
        </Button>
      )}
    </>
  );
}
