"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { mostAffected } from "@/contracts/appointment-states";
import type { Outputs } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { FirstFew } from "../customers/first-few";
import { Time } from "../time";

interface AffectedAppointmentsProps {
  appointments: Outputs["staff"]["absenceAppointments"];
  /** Inside a form, whose content must not be lost by following a link. */
  newTab?: boolean;
  /** They lie beside hours, not within an absence. */
  outside?: boolean;
}

/** Appointments that lie where nobody will be: they stay, and so does this, until each is dealt with. */
export function AffectedAppointments({ appointments, newTab, outside }: AffectedAppointmentsProps) {
  const t = useTranslations("team.affected");
  const { slug } = useBusiness();
  const count = appointments.length;
  if (count === 0) return null;
  return (
    <div role={newTab ? "status" : undefined} className="rounded-control bg-warning-soft px-3 py-2.5">
      <p className="flex gap-2 pb-1 text-warning-text">
        <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        {t(outside ? "outside" : "sentence", { count, more: String(count >= mostAffected) })}
      </p>
      <FirstFew items={appointments} itemKey={({ id }) => id}>
        {({ id, startTime, endTime, timeZone, name, serviceName }) => (
          <Link
            href={`/${slug}/appointments?appointment=${id}`}
            target={newTab ? "_blank" : undefined}
            className="flex min-h-11 flex-wrap items-center gap-x-2 rounded-sm text-warning-text underline-offset-4 hover:underline md:min-h-8"
          >
            <Time value={startTime} end={endTime} timeZone={timeZone} className="font-medium tabular-nums" />
            <span className="truncate">{[name, serviceName].filter(Boolean).join(" · ")}</span>
          </Link>
        )}
      </FirstFew>
    </div>
  );
}
