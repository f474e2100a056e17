"use client";

import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { clockOf } from "@/lib/clock-minutes";
import { wallTimeOf } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { toast } from "../toast";
import { useDayText } from "../use-day-text";
import { useErrorToast } from "../use-error-toast";
import { Absence, Absences } from "./absences";
import type { StaffMember } from "./outputs";
import { useCatalogChanged } from "./use-catalog-changed";

const AddTimeOff = dynamic(() => import("./add-time-off").then((module) => module.AddTimeOff));

/** When somebody is away, and what still lies in it. */
export function StaffTimeOff({ person }: { person: StaffMember }) {
  const t = useTranslations("team.staff.timeOff");
  return (
    <Absences
      words={{ title: t("title"), new: t("new"), add: t("add"), none: t("none") }}
      isEmpty={person.timeOff.length === 0}
      form={(close) => <AddTimeOff staffId={person.id} onDone={close} />}
    >
      {person.timeOff.map((absence) => (
        <TimeOff key={absence.id} person={person} absence={absence} />
      ))}
    </Absences>
  );
}

interface TimeOffProps {
  person: StaffMember;
  absence: StaffMember["timeOff"][number];
}

function TimeOff({ person, absence }: TimeOffProps) {
  const t = useTranslations("team.staff.timeOff");
  const trpc = useTRPC();
  const sayError = useErrorToast();
  const changed = useCatalogChanged();
  const period = useAbsenceText(absence, person.timeZone);
  const again = useMutation(trpc.staff.addTimeOff.mutationOptions({ onSettled: changed }));
  const undo = () =>
    again.mutate({ staffId: person.id, reason: absence.reason, ...requestOf(absence, person.timeZone) });
  const remove = useMutation(
    trpc.staff.removeTimeOff.mutationOptions({
      onSuccess: () => toast(t("removed"), { action: { label: t("undo"), onClick: undo } }),
      onError: sayError,
      onSettled: changed,
    }),
  );
  return (
    <Absence
      period={period}
      reason={absence.reason}
      removeLabel={t("remove", { period })}
      isRemoving={remove.isPending}
      onRemove={() => remove.mutate({ staffId: person.id, timeOffId: absence.id })}
      appointments={absence.appointments}
    />
  );
}

/** The absence as it was entered: whole days where it begins and ends at midnight. */
function requestOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, timeZone: string) {
  const [from, to] = [wallTimeOf(startsAt, timeZone), wallTimeOf(endsAt, timeZone)];
  const lastDay = wallTimeOf(new Date(endsAt.getTime() - 1), timeZone).date;
  if (from.minute === 0 && to.minute === 0) return { fromDate: from.date, toDate: lastDay, times: null };
  return {
    fromDate: from.date,
    toDate: lastDay,
    times: { from: clockOf(from.minute), to: clockOf(to.minute) },
  };
}

/** "Mo 7. Dez bis Fr 11. Dez", "Di 24. Nov, 14:00–16:00". */
function useAbsenceText(absence: { startsAt: Date; endsAt: Date }, timeZone: string): string {
  const t = useTranslations("team.staff.timeOff");
  const dayText = useDayText();
  const { fromDate, toDate, times } = requestOf(absence, timeZone);
  const [first, last] = [dayText(fromDate), dayText(toDate)];
  if (times === null) return fromDate === toDate ? first : t("days", { first, last });
  const values = { first, last, from: times.from, to: times.to };
  return t(fromDate === toDate ? "hours" : "daysAndHours", values);
}
