import { CalendarCheck, CalendarOff, CircleMinus, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";
import { StatusMark } from "../status-mark";
import { useTimeText } from "../time";

interface StaffStatusProps {
  person: { active: boolean; services: number; weekdays: readonly number[]; awayUntil: Date | null };
}

/** Whether somebody can be booked, and if not, what is missing. */
export function StaffStatus({ person }: StaffStatusProps) {
  const t = useTranslations("team.staff.status");
  if (!person.active)
    return (
      <StatusMark icon={CircleMinus} tone="neutral">
        {t("former")}
      </StatusMark>
    );
  if (person.awayUntil) return <Away until={person.awayUntil} />;
  if (person.weekdays.length === 0 || person.services === 0)
    return (
      <StatusMark icon={TriangleAlert} tone="warning">
        {t(person.weekdays.length === 0 ? "noHours" : "noServices")}
      </StatusMark>
    );
  return (
    <StatusMark icon={CalendarCheck} tone="success">
      {t("bookable")}
    </StatusMark>
  );
}

function Away({ until }: { until: Date }) {
  const t = useTranslations("team.staff.status");
  const { timeZone } = useBusiness();
  const day = useTimeText({ value: new Date(until.getTime() - 1), timeZone, form: "day" });
  return (
    <StatusMark icon={CalendarOff} tone="info">
      {t("away", { day })}
    </StatusMark>
  );
}
