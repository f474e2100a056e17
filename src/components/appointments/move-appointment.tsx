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
import { BranchChoice } from "./branch-choice";
import { FreeTimes } from "./free-times";
import { RuleExceptionFields } from "./rule-exception";
import { alternativesIn, SlotRefusal } from "./slot-refusal";
import { StaffChoice } from "./staff-choice";
import { useAppointmentsChanged } from "./use-appointments-changed";
import { useKnownTime } from "./use-known-time";
import { isByRule, useRuleException } from "./use-rule-exception";
import { useTeam } from "./use-team";
import { useUndo } from "./use-undo";
import type { Place } from "./way-back";

interface MoveAppointmentProps {
  view: AppointmentView;
  /** Where it is to go, where that is known beforehand. */
  wished?: Place;
  /** With the way back, where the move can be taken back; without, also when nothing was moved. */
  onDone: (undo?: () => void) => void;
}

/** Another time for the same service and length, with the same person and branch or others. */
export function MoveAppointment({ view, wished, onDone }: MoveAppointmentProps) {
  const t = useTranslations("appointments.move");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const changed = useAppointmentsChanged();
  const business = useBusiness();
  const { appointment } = view;
  const timeZone = view.timeZone ?? business.timeZone;
  const [staffId, setStaffId] = useState((wished?.staff?.id ?? appointment.staffId) || undefined);
  const [branchId, setBranchId] = useState((wished?.branch?.id ?? appointment.branchId) || undefined);
  const [chosen, setSlot] = useState<Slot | null>();
  const known = useKnownTime(view, wished);
  const slot = chosen === undefined ? known.slot : (chosen ?? undefined);
  const team = useTeam();
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
        if (alternativesIn(error).length > 0) setSlot(null);
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
      branchId: slot.branchId,
      version: appointment.version,
      overrideReason: exception.overrideReason,
    });
  };

  const ownDate = wallTimeOf(wished?.start ?? appointment.startTime, timeZone).date;

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
          {(view.staffName || view.branchName) && (
            <span className="block">{[view.staffName, view.branchName].filter(Boolean).join(" · ")}</span>
          )}
        </p>
      </div>
      <BranchChoice
        isRequired
        value={branchId}
        onChange={(next) => {
          const person = team.find(({ id }) => id === staffId);
          setBranchId(next);
          if (person && next !== undefined && !person.branchIds.includes(next)) setStaffId(undefined);
          setSlot(null);
        }}
      />
      {appointment.serviceId !== null && (
        <StaffChoice
          serviceId={appointment.serviceId}
          branchId={branchId}
          value={staffId}
          onChange={(next) => {
            setStaffId(next);
            setSlot(null);
          }}
        />
      )}
      <FreeTimes
        wish={{ movingAppointmentId: appointment.id }}
        staffId={staffId}
        branchId={branchId}
        startDate={mondayOf(ownDate)}
        nearDate={ownDate}
        chosen={slot}
        onChoose={choose}
      />
      {known.refused && chosen === undefined && (
        <SlotRefusal error={known.refused} current={appointment.startTime} onChoose={choose} />
      )}
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
            <span className="block text-muted-foreground">
              {t(slot.branchId === appointment.branchId ? "with" : "withIn", {
                name: slot.staffName,
                branch: slot.branchName,
              })}
            </span>
            {appointment.syncState === "none" && (
              <span className="block text-muted-foreground text-table">{t("untold")}</span>
            )}
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
