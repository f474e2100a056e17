"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarX, Cog, Hourglass, Unplug } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useBusiness } from "@/components/business-context";
import { Section } from "@/components/section";
import { Time } from "@/components/time";
import { useTRPC } from "@/trpc/client";

/** One list of what a person has to look at. Where there is nothing, there is no section either. */
export function Attention() {
  const t = useTranslations("today.attention");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const { data } = useQuery(trpc.today.attention.queryOptions(undefined, { refetchInterval: 60_000 }));
  if (!data || (data.appointments.length === 0 && !data.calendarError && data.failedJobs === 0)) return null;
  return (
    <Section
      title={t("title")}
      aside={
        (data.appointments.length > 0 || data.calendarError) && (
          <Link
            href={`/${slug}/sync`}
            className="-my-3.5 inline-block rounded-sm py-3.5 text-primary-text underline-offset-4 hover:underline"
          >
            {t("decide")}
          </Link>
        )
      }
    >
      <ul>
        {data.calendarError && (
          <Item icon={<Unplug className="size-4 text-danger-text" aria-hidden="true" />}>
            <p className="font-medium">{t("calendar")}</p>
            <p className="text-muted-foreground text-table">{t("calendarHint")}</p>
          </Item>
        )}
        {data.failedJobs > 0 && (
          <Item icon={<Cog className="size-4 text-danger-text" aria-hidden="true" />}>
            <Link
              href="/platform/jobs"
              className="-my-3 block rounded-sm py-3 font-medium underline-offset-4 hover:underline md:my-0 md:py-0"
            >
              {t("jobs", { count: data.failedJobs })}
            </Link>
          </Item>
        )}
        {data.appointments.map((row) => {
          const failed = row.syncState === "failed";
          const Icon = failed ? CalendarX : Hourglass;
          const name = row.attendeeName ?? row.customerName ?? t("unknown");
          return (
            <Item
              key={row.appointmentId}
              icon={
                <Icon
                  className={failed ? "size-4 text-danger-text" : "size-4 text-warning-text"}
                  aria-hidden="true"
                />
              }
            >
              <Link
                href={`/${slug}/appointments?appointment=${row.appointmentId}`}
                prefetch={false}
                className="-my-3 block rounded-sm py-3 font-medium underline-offset-4 hover:underline md:my-0 md:py-0"
              >
                {t(failed ? "failed" : "pending", { name })}
              </Link>
              <p className="text-muted-foreground text-table">
                <Time value={row.startTime} timeZone={row.timeZone} />
              </p>
            </Item>
          );
        })}
      </ul>
    </Section>
  );
}

function Item({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3 border-b py-2.5 last:border-b-0">
      <span className="pt-0.5">{icon}</span>
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  );
}
