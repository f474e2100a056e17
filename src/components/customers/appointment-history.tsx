import Link from "next/link";
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
  none: string;
}

export function AppointmentHistory({ title, appointments, none }: AppointmentHistoryProps) {
  const { slug } = useBusiness();
  return (
    <Section title={title}>
      {appointments.length === 0 && <p className="py-3 text-muted-foreground">{none}</p>}
      <FirstFew items={appointments} itemKey={({ id }) => id}>
        {(appointment) => (
          <Link
            href={`/${slug}/appointments?appointment=${appointment.id}`}
            className="-mx-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-0.5 rounded-control px-3 py-2.5 transition-colors duration-150 hover:bg-muted"
          >
            <span className="min-w-0">
              <Time
                value={appointment.startTime}
                end={appointment.endTime}
                timeZone={appointment.timeZone}
                className="block font-medium tabular-nums"
              />
              <span className="block truncate text-muted-foreground text-table">
                {[appointment.serviceName, appointment.staffName, appointment.branchName]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <span className="text-table">
              <StatusBadge status={appointment.status} />
            </span>
          </Link>
        )}
      </FirstFew>
    </Section>
  );
}
