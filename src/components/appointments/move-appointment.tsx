"use client";

import { useMutation } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import type { Slot } from "@/contracts/appointments";
import { mondayOf, wallTimeOf } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Time } from "../time";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { DialogTitle } from "../ui/dialog";
import type { AppointmentView } from "./appointment-details";
import { FreeTimes } from "./free-times";
import { RuleExceptionFields } from "./rule-exception";
import { alternativesIn, SlotRefusal } from "./slot-refusal";
import { StaffChoice } from "./staff-choice";
import { useAppointmentsChanged } from "./use-appointments-changed";
import { isByRule, useRuleException } from "./use-rule-exception";
import { useUndo } from "./use-undo";

interface MoveAppointmentProps {
  view: AppointmentView;
  /** With the way back, where the move can be taken back; without, also when nothing was moved. */
  onDone: (undo?: () => void) => void;
}

/** Another time for the same service and length, with the same person or another. */
export function MoveAppointment({ view, onDone }: MoveAppointmentProps) {
  const t = useTranslations("appointments.move");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const changed = useAppointmentsChanged();
  const business = useBusiness();
  const { appointment } = view;
  const timeZone = view.timeZone ?? business.timeZone;
  const [staffId, setStaffId] = useState(appointment.staffId ?? undefined);
  const [slot, setSlot] = useState<Slot>();
  const chosenId = useId();
  const exception = useRuleException();
  const offerUndo = useUndo();
  const { mutateAsync: moveBack } = useMutation(trpc.appointments.move.mutationOptions());
  const takeBack = (version: number, overrideReason?: string) =>
    moveBack({
      appointmentId: appointment.id,
      start: appointment.startTime,
      staffId: appointment.staffId ?? undefined,
      branchId: appointment.branchId ?? undefined,
      version,
      overrideReason,
    });
  const move = useMutation(
    trpc.appointments.move.mutationOptions({
      onSuccess: async (row, { overrideReason }) => {
        const undo = offerUndo(row, () => takeBack(row.version, overrideReason));
        if (!undo) toast(t(row.status === "pending" ? "pending" : "done"));
        await changed();
        onDone(undo?.action.onClick);
      },
      onError: (error) => {
        if (exception.keep(error)) return;
        if (alternativesIn(error).length > 0) setSlot(undefined);
        return changed();
      },
    }),
  );
  const choose = (next: Slot) => {
    move.reset();
    setSlot(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!slot) return;
    move.mutate({
      appointmentId: appointment.id,
      start: slot.start,
      staffId: slot.staffId,
      version: appointment.version,
      overrideReason: exception.overrideReason,
    });
  };

  return (
    <>
      <div>
        <Button variant="ghost" size="small" className="-ml-2.5" onClick={() => onDone()}>
          <ArrowLeft />
          {common("back")}
        </Button>
        <DialogTitle className="pt-1">{t("title")}</DialogTitle>
        <p className="break-words pt-1 text-muted-foreground">
          {[appointment.attendeeName ?? view.customerName, view.serviceName].filter(Boolean).join(" · ")}
          <br />
          {t.rich("until", {
            time: () => (
              <Time value={appointment.startTime} end={appointment.endTime} timeZone={timeZone} form="page" />
            ),
          })}
        </p>
      </div>
      {appointment.serviceId !== null && (
        <StaffChoice
          serviceId={appointment.serviceId}
          value={staffId}
          onChange={(next) => {
            setStaffId(next);
            setSlot(undefined);
          }}
        />
      )}
      <FreeTimes
        wish={{ movingAppointmentId: appointment.id }}
        staffId={staffId}
        startDate={mondayOf(wallTimeOf(appointment.startTime, timeZone).date)}
        chosen={slot}
        onChoose={choose}
      />
      {move.error && !isByRule(move.error) && (
        <SlotRefusal error={move.error} current={appointment.startTime} onChoose={choose} />
      )}
      {slot && (
        <form
          onSubmit={submit}
          className="sticky -bottom-5 z-10 -mx-5 mt-auto -mb-5 flex flex-col gap-3 border-t bg-surface px-5 py-4 md:-bottom-6 md:-mx-6 md:-mb-6 md:px-6"
        >
          {exception.refused && <RuleExceptionFields exception={exception} />}
          <p id={chosenId} aria-live="polite">
            <Time
              value={slot.start}
              end={slot.end}
              timeZone={slot.timeZone}
              form="page"
              className="font-medium tabular-nums"
            />
            <span className="block text-muted-foreground">{t("with", { name: slot.staffName })}</span>
          </p>
          <Button
            key={slot.start.getTime()}
            type="submit"
            variant="primary"
            className="self-start"
            // The next key confirms; that of the choice before, held too long, does not.
            autoFocus
            aria-describedby={chosenId}
            onKeyDown={(event) => event.repeat && event.preventDefault()}
            disabled={move.isPending}
          >
            {t(move.isPending ? "submitting" : exception.refused ? "submitAnyway" : "submit")}
          </Button>
        </form>
      )}
    </>
  );
}
