import { CalendarCheck, CalendarX, CheckCheck, Hourglass, type LucideIcon, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AppointmentStatus } from "@/contracts/appointment-states";
import { StatusMark } from "./status-mark";
import type { BadgeTone } from "./ui/badge";

const marks: Record<AppointmentStatus, { icon: LucideIcon; tone: BadgeTone }> = {
  pending: { icon: Hourglass, tone: "warning" },
  scheduled: { icon: CalendarCheck, tone: "success" },
  completed: { icon: CheckCheck, tone: "neutral" },
  cancelled: { icon: CalendarX, tone: "neutral" },
  no_show: { icon: UserX, tone: "danger" },
};

/** Where an appointment stands, as icon and word. */
export function StatusBadge({ status }: { status: AppointmentStatus }) {
  const t = useTranslations("terms.appointmentStatus");
  return <StatusMark {...marks[status]}>{t(status)}</StatusMark>;
}
