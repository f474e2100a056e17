import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Outputs } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Section } from "../section";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import { FirstFew } from "./first-few";

type Appointment = Outputs["customers"]["get"]["earlier"][number];

interface AppointmentHistoryProps {
  title: string;
  appointments: Appointment[];
  /** What to say where there is none. */
  none?: string;
  /** What to say behind the last of them. */
  last?: ReactNode;
}

export function AppointmentHistory({ title, appointments, none, last }: AppointmentHistoryProps) {
  const t = useTranslations("customers");
  const { slug } = useBusiness();
  return (
    <Section title={title}>
      {appointments.length === 0 && <p className="py-3 text-muted-foreground">{none}</p>}
      <FirstFew items={appointments} itemKey={({ id }) => id} last={last}>
        {(appointment) => (
          <Link
            href={`/${slug}/appointments?appointment=${appointment.id}`}
            className="-mx-3 block rounded-control px-3 py-2.5 transition-colors duration-150 hover:bg-muted"
          >
            <span className="flex items-center justify-between gap-4">
              <Time
                value={appointment.startTime}
                end={appointment.endTime}
                timeZone={appointment.timeZone}
                className="truncate font-medium tabular-nums"
              />
              <span className="shrink-0 text-table">
                <StatusBadge status={appointment.status} />
              </span>
            </span>
            <span className="block truncate text-muted-foreground text-table">
              {[
                appointment.attendeeName && t("forAttendee", { name: appointment.attendeeName }),
                appointment.serviceName,
                appointment.staffName,
                appointment.branchName,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </Link>
        )}
      </FirstFew>
    </Section>
  );
}
