"use client";

import { useQuery } from "@tanstack/react-query";
import {
  CalendarX,
  Cog,
  Hourglass,
  type LucideIcon,
  PhoneIncoming,
  PhoneOff,
  Unplug,
  UserX,
  Wallet,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useBusiness } from "@/components/business-context";
import { Section } from "@/components/section";
import { Time } from "@/components/time";
import { useTRPC } from "@/trpc/client";
import { isFresh, type Trouble, useTroubleText } from "./use-trouble-text";

const icons: Record<Trouble["kind"], LucideIcon> = {
  number_without_agent: PhoneOff,
  calendar_broken: Unplug,
  unattended: UserX,
  not_in_calendar: CalendarX,
  unconfirmed: Hourglass,
  unassigned_calls: PhoneIncoming,
  low_balance: Wallet,
  job_failed: Cog,
};

const pressing: readonly Trouble["kind"][] = [
  "number_without_agent",
  "calendar_broken",
  "unattended",
  "not_in_calendar",
];

function toneOf(trouble: Trouble): string {
  if (isFresh(trouble)) return "text-muted-foreground";
  return pressing.includes(trouble.kind) ? "text-danger-text" : "text-warning-text";
}

/** One list of what a person has to look at, each with its one next step. Where there is nothing, there is no section. */
export function Attention() {
  const t = useTranslations("today.attention");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const { data } = useQuery(trpc.today.attention.queryOptions());
  if (!data || data.rows.length === 0) return null;
  return (
    <Section title={t("title")}>
      <ul>
        {data.rows.map((trouble) => (
          <Item key={keyOf(trouble)} trouble={trouble} />
        ))}
      </ul>
      {data.more && (
        <Link href={`/${slug}/sync`} className={`${linkClass} text-table`}>
          {t("more")}
        </Link>
      )}
    </Section>
  );
}

const linkClass =
  "-mb-3 inline-block rounded-sm py-3 text-primary-text underline-offset-4 hover:underline md:mb-0 md:py-1";

function Item({ trouble }: { trouble: Trouble }) {
  const Icon = icons[trouble.kind];
  const { text, hint, action, href } = useTroubleText(trouble);
  return (
    <li className="flex gap-3 border-b py-2.5 last:border-b-0">
      <Icon className={`mt-0.5 size-4 shrink-0 ${toneOf(trouble)}`} aria-hidden="true" />
      <div className="wrap-anywhere min-w-0 flex-1">
        <p className="font-medium">{text}</p>
        <p className="text-muted-foreground text-table">
          <WhenOf trouble={trouble} />
          {hint}
        </p>
        <Link href={href} prefetch={false} className={linkClass}>
          {action}
        </Link>
      </div>
    </li>
  );
}

/** When somebody comes; what lies on this very day goes by the clock. */
function WhenOf({ trouble }: { trouble: Trouble }) {
  const t = useTranslations("today.attention");
  if (!("start" in trouble)) return null;
  const { kind, start, timeZone } = trouble;
  if (kind !== "unattended") return <Time value={start} timeZone={timeZone} />;
  return t.rich("firstAt", { time: () => <Time value={start} timeZone={timeZone} form="clock" /> });
}

function keyOf(trouble: Trouble): string {
  if ("appointmentId" in trouble) return `${trouble.kind} ${trouble.appointmentId}`;
  if ("staffId" in trouble) return `${trouble.kind} ${trouble.staffId}`;
  if ("phoneNumber" in trouble) return trouble.phoneNumber;
  return "job" in trouble ? trouble.job : trouble.kind;
}
