"use client";

import { useMutation } from "@tanstack/react-query";
import { CalendarOff, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { clockOf } from "@/lib/clock-minutes";
import { wallTimeOf } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { FormSheet } from "../form/form-sheet";
import { Section } from "../section";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { useErrorMessage } from "../use-error-message";
import { AffectedAppointments } from "./affected-appointments";
import type { StaffMember } from "./staff-page";
import { useCatalogChanged } from "./use-catalog-changed";
import { useDayText } from "./use-day-text";

const AddTimeOff = dynamic(() => import("./add-time-off").then((module) => module.AddTimeOff));

/** When somebody is away, and what still lies in it. */
export function StaffTimeOff({ person }: { person: StaffMember }) {
  const t = useTranslations("team.staff.timeOff");
  const { can } = useBusiness();
  return (
    <Section
      title={t("title")}
      aside={
        can("catalog:write") && (
          <FormSheet
            title={t("new")}
            trigger={
              <Button size="small" variant="ghost" className="-mr-2.5">
                <CalendarOff />
                {t("add")}
              </Button>
            }
          >
            {(close) => <AddTimeOff staffId={person.id} onDone={close} />}
          </FormSheet>
        )
      }
    >
      {person.timeOff.length === 0 && <p className="py-3 text-muted-foreground">{t("none")}</p>}
      <ul>
        {person.timeOff.map((absence) => (
          <Absence key={absence.id} person={person} absence={absence} />
        ))}
      </ul>
    </Section>
  );
}

interface AbsenceProps {
  person: StaffMember;
  absence: StaffMember["timeOff"][number];
}

function Absence({ person, absence }: AbsenceProps) {
  const t = useTranslations("team.staff.timeOff");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const message = useErrorMessage();
  const changed = useCatalogChanged();
  const period = useAbsenceText(absence, person.timeZone);
  const again = useMutation(trpc.staff.addTimeOff.mutationOptions({ onSettled: changed }));
  const undo = () =>
    again.mutate({ staffId: person.id, reason: absence.reason, ...requestOf(absence, person.timeZone) });
  const remove = useMutation(
    trpc.staff.removeTimeOff.mutationOptions({
      onSuccess: () => toast(t("removed"), { action: { label: t("undo"), onClick: undo } }),
      onError: (error) => toast.error(message(error).sentence),
      onSettled: changed,
    }),
  );
  return (
    <li className="flex flex-col gap-2 border-t py-2 first:border-t-0">
      <div className="flex min-h-9 items-center justify-between gap-4">
        <span className="flex min-w-0 flex-wrap gap-x-3">
          <span className="font-medium tabular-nums">{period}</span>
          <span className="break-words text-muted-foreground">{absence.reason}</span>
        </span>
        {can("catalog:write") && (
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("remove", { period })}
            disabled={remove.isPending}
            onClick={() => remove.mutate({ staffId: person.id, timeOffId: absence.id })}
          >
            <X />
          </Button>
        )}
      </div>
      <AffectedAppointments appointments={absence.appointments} />
    </li>
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
