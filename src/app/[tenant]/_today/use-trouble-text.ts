import { useFormatter, useTranslations } from "next-intl";
import { serializeAddress } from "@/components/appointments/address";
import { useBusiness } from "@/components/business-context";
import type { BusinessJob } from "@/contracts/background-work";
import { formatPhone } from "@/lib/phone-display";
import { wallTimeOf } from "@/lib/plain-date";
import type { Outputs } from "@/trpc/client";

export type Trouble = Outputs["today"]["attention"]["rows"][number];

interface TroubleText {
  text: string;
  hint?: string;
  /** The one next step, and where it is taken. */
  action: string;
  href: string;
}

const pageOfJob: Record<BusinessJob, string> = {
  "sync-appointment": "sync",
  "process-webhook": "calls",
  "update-call-outcome": "calls",
  "settle-booked-callbacks": "callbacks",
};

/** Nothing is wrong yet: a business that has never had a balance is about to begin. */
export const isFresh = (trouble: Trouble) => trouble.kind === "low_balance" && trouble.balanceCents === 0;

/** What is wrong in words, and the way on. */
export function useTroubleText(trouble: Trouble): TroubleText {
  const t = useTranslations("today.attention");
  const format = useFormatter();
  const { slug, can } = useBusiness();
  switch (trouble.kind) {
    case "number_without_agent":
      return {
        text: t("numberWithoutAgent", { number: formatPhone(trouble.phoneNumber) }),
        hint: t("numberWithoutAgentHint"),
        action: t("checkNumbers"),
        href: `/${slug}/settings/integrations`,
      };
    case "calendar_broken":
      return {
        text: t("calendar"),
        hint: t("calendarHint"),
        action: t("checkSync"),
        href: `/${slug}/sync`,
      };
    case "unattended": {
      const { staffId: staff, staffName: name, start, timeZone } = trouble;
      const { date } = wallTimeOf(start, timeZone);
      return {
        text: t("unattended", { name }),
        action: t(can("appointments:write") ? "replan" : "viewAppointments"),
        href: `/${slug}/appointments${serializeAddress({ view: "day", date, staff })}`,
      };
    }
    case "not_in_calendar":
      return {
        text: t("notInCalendar", { name: trouble.name ?? t("unknown") }),
        action: t("resolve"),
        href: `/${slug}/sync`,
      };
    case "unconfirmed":
      return {
        text: t("unconfirmed", { name: trouble.name ?? t("unknown") }),
        action: t("viewAppointment"),
        href: `/${slug}/appointments?appointment=${trouble.appointmentId}`,
      };
    case "unassigned_calls":
      return {
        text: t("unassigned", { count: trouble.count }),
        hint: t("unassignedHint"),
        action: t("assign"),
        href: "/platform/unassigned",
      };
    case "low_balance":
      return {
        text: isFresh(trouble)
          ? t("noBalance")
          : t("lowBalance", {
              balance: format.number(trouble.balanceCents / 100, { style: "currency", currency: "EUR" }),
            }),
        hint: t(isFresh(trouble) ? "noBalanceHint" : "lowBalanceHint"),
        action: t(can("platform:admin") ? "viewBusinesses" : "viewBusiness"),
        href: can("platform:admin") ? "/platform" : `/${slug}/settings/business`,
      };
    case "job_failed": {
      const { job, count } = trouble;
      const seesJobs = job === "other" || can("platform:admin");
      return {
        text: t(`job.${job}`, { count }),
        hint: t("jobHint"),
        action: t(seesJobs ? "viewJobs" : `jobAction.${job}`),
        href: seesJobs ? "/platform/jobs" : `/${slug}/${pageOfJob[job]}`,
      };
    }
  }
}
