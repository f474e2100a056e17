"use client";

import { CalendarX, Phone } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatPhone } from "@/lib/phone-display";
import type { Outputs } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Money } from "../money";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import { DialogTitle } from "../ui/dialog";

export type AppointmentView = Outputs["appointments"]["get"];

const linkClasses = "rounded-sm text-primary-text underline-offset-4 hover:underline";

/** When, who, what, with whom, where, and how it came about. */
export function AppointmentDetails({ view }: { view: AppointmentView }) {
  const t = useTranslations("appointments");
  const terms = useTranslations("terms.appointmentSource");
  const { slug, timeZone: businessZone } = useBusiness();
  const { appointment } = view;
  const timeZone = view.timeZone ?? businessZone;
  const name = appointment.attendeeName ?? view.customerName ?? t("unnamed");
  const minutes = (appointment.endTime.getTime() - appointment.startTime.getTime()) / 60_000;
  return (
    <>
      <div className="flex flex-col gap-2">
        <DialogTitle className="break-words text-title leading-7">{name}</DialogTitle>
        <StatusBadge status={appointment.status} />
        {appointment.status === "cancelled" && appointment.cancellationReason && (
          <p className="text-muted-foreground">
            {t("reasonGiven", { reason: appointment.cancellationReason })}
          </p>
        )}
        {appointment.syncState === "failed" && (
          <p className="flex gap-2 rounded-control bg-danger-soft px-3 py-2 text-danger-text">
            <CalendarX className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
            {t("syncFailed")}
          </p>
        )}
      </div>
      <dl className="grid grid-cols-[4.75rem_minmax(0,1fr)] gap-x-3 md:grid-cols-[6rem_minmax(0,1fr)] md:gap-x-4 gap-y-2.5">
        <Fact label={t("facts.when")}>
          <Time
            value={appointment.startTime}
            end={appointment.endTime}
            timeZone={timeZone}
            form="page"
            className="font-medium tabular-nums"
          />
        </Fact>
        <Fact label={t("facts.service")}>
          {view.serviceName ?? t("noService")}
          <span className="block text-muted-foreground text-table">
            {t("minutes", { minutes })}
            {appointment.priceCents > 0 && (
              <>
                {" · "}
                <Money cents={appointment.priceCents} />
              </>
            )}
          </span>
        </Fact>
        <Fact label={t("facts.staff")}>{view.staffName ?? t("nobody")}</Fact>
        {view.branchName && <Fact label={t("facts.branch")}>{view.branchName}</Fact>}
        {appointment.customerId !== null && (
          <Fact label={t("facts.customer")}>
            <Link href={`/${slug}/customers/${appointment.customerId}`} className={linkClasses}>
              {view.customerName ?? t("unnamed")}
            </Link>
            {view.customerPhone && (
              <a
                href={`tel:${view.customerPhone}`}
                className="-my-3 block w-fit rounded-sm py-3 text-table tabular-nums underline-offset-4 hover:underline md:my-0 md:py-0"
              >
                {formatPhone(view.customerPhone)}
              </a>
            )}
          </Fact>
        )}
        <Fact label={t("facts.source")}>
          {terms(appointment.source)},{" "}
          <Time value={appointment.createdAt} timeZone={timeZone} className="tabular-nums" />
          {appointment.callId !== null && (
            <Link
              href={`/${slug}/calls/${appointment.callId}`}
              className={`${linkClasses} mt-0.5 flex w-fit items-center gap-1.5`}
            >
              <Phone className="size-3.5" aria-hidden="true" />
              {t("toCall")}
            </Link>
          )}
        </Fact>
      </dl>
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
