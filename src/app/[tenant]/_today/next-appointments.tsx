"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useBusiness } from "@/components/business-context";
import { EmptyState } from "@/components/empty-state";
import { QueryErrorState } from "@/components/query-error-state";
import { Section } from "@/components/section";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { type Outputs, useTRPC } from "@/trpc/client";
import { RowSkeletons } from "./row-skeletons";
import { untilNextChange } from "./until-next-change";

type Appointment = Outputs["today"]["nextAppointments"][number];

export function NextAppointments() {
  const t = useTranslations("today.appointments");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const query = useQuery(
    trpc.today.nextAppointments.queryOptions(undefined, {
      refetchInterval: ({ state }) => untilNextChange(state.data),
    }),
  );
  return (
    <Section
      title={t("title")}
      aside={
        <Link
          href={`/${slug}/appointments`}
          className="-my-3.5 inline-block rounded-sm py-3.5 text-primary-text underline-offset-4 hover:underline"
        >
          {t("all")}
        </Link>
      }
    >
      {query.isPending && <RowSkeletons rows={5} />}
      {query.isError && !query.data && <QueryErrorState query={query} />}
      {query.data?.length === 0 && <EmptyState title={t("none")} className="pt-3.5 pb-0" />}
      <DayGroups appointments={query.data ?? []} />
    </Section>
  );
}

/** By day. When nothing is left of today, that is said, and what comes next stands below. */
function DayGroups({ appointments }: { appointments: Appointment[] }) {
  const t = useTranslations("today.appointments");
  const format = useFormatter();
  const days = new Map<string, Appointment[]>();
  for (const appointment of appointments) {
    const { startTime, timeZone } = appointment;
    const day = format.dateTime(startTime, { dateStyle: "short", timeZone });
    days.set(day, [...(days.get(day) ?? []), appointment]);
  }
  return [...days].map(([day, ofDay], index) => {
    const [first] = ofDay;
    if (!first) return null;
    const { startTime, timeZone } = first;
    const isToday = day === format.dateTime(new Date(), { dateStyle: "short", timeZone });
    return (
      <div key={day}>
        {index === 0 && !isToday && (
          <p className="pt-3 font-medium" suppressHydrationWarning>
            {t("noneToday")}
          </p>
        )}
        <h3 className="pt-3 pb-1 text-muted-foreground text-table" suppressHydrationWarning>
          {isToday ? t("today") : <Time value={startTime} timeZone={timeZone} form="day" />}
        </h3>
        <ul>
          {ofDay.map((appointment) => (
            <li key={appointment.id}>
              <AppointmentRow appointment={appointment} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

function AppointmentRow({ appointment }: { appointment: Appointment }) {
  const t = useTranslations("today.attention");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const { data: services } = useQuery(trpc.catalog.services.queryOptions(undefined, { staleTime: 300_000 }));
  const service = services?.find(({ id }) => id === appointment.serviceId);
  return (
    <Link
      href={`/${slug}/appointments?appointment=${appointment.id}`}
      prefetch={false}
      className="-mx-3 flex min-h-11 gap-3 rounded-control px-3 py-1.5 transition-colors duration-150 hover:bg-muted"
    >
      <Time
        value={appointment.startTime}
        timeZone={appointment.timeZone}
        form="clock"
        className="w-11 shrink-0 font-medium tabular-nums"
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{appointment.name ?? t("unknown")}</span>
        <span className="block truncate text-muted-foreground text-table">
          {[appointment.staffNames.join(", "), service?.name].filter(Boolean).join(" · ")}
        </span>
        {appointment.status === "pending" && (
          <span className="text-table">
            <StatusBadge status="pending" />
          </span>
        )}
      </span>
    </Link>
  );
}
