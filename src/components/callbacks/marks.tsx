"use client";

import {
  CalendarCheck,
  Check,
  ChevronDown,
  ChevronsUp,
  ChevronUp,
  CircleAlert,
  Clock,
  Equal,
  type LucideIcon,
  PhoneOff,
  ThumbsDown,
  UserCheck,
} from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import type { CallbackOutcome } from "@/contracts/calls";
import type { Outputs } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { RelativeTime } from "../relative-time";
import { StatusMark } from "../status-mark";
import { Time } from "../time";
import type { BadgeTone } from "../ui/badge";

export type Callback = Outputs["callbacks"]["list"]["rows"][number];

type Mark = { icon: LucideIcon; tone: BadgeTone };

/** When somebody expects the call; what is late says so by icon and word. */
export function DueMark({ dueAt }: { dueAt: Date }) {
  const t = useTranslations("callbacks");
  const { timeZone } = useBusiness();
  const now = useNow({ updateInterval: 20_000 });
  const overdue = dueAt <= now;
  return (
    <StatusMark icon={overdue ? CircleAlert : Clock} tone={overdue ? "warning" : "neutral"}>
      <span className="tabular-nums" suppressHydrationWarning>
        {overdue && <span className="font-medium text-warning-text">{t("overdue")} </span>}
        <RelativeTime value={dueAt} timeZone={timeZone} />
      </span>
    </StatusMark>
  );
}

const priorities: Record<Callback["priority"], Mark> = {
  low: { icon: ChevronDown, tone: "neutral" },
  normal: { icon: Equal, tone: "neutral" },
  high: { icon: ChevronUp, tone: "warning" },
  urgent: { icon: ChevronsUp, tone: "danger" },
};

export function PriorityMark({ priority }: { priority: Callback["priority"] }) {
  const t = useTranslations("terms.priority");
  return <StatusMark {...priorities[priority]}>{t(priority)}</StatusMark>;
}

const outcomes: Record<CallbackOutcome, Mark> = {
  reached: { icon: Check, tone: "success" },
  no_interest: { icon: ThumbsDown, tone: "neutral" },
  wrong_number: { icon: PhoneOff, tone: "warning" },
  booked: { icon: CalendarCheck, tone: "success" },
};

/** Who is on it, or what came of it; nothing while it waits. */
export function StateMark({ callback }: { callback: Callback }) {
  const t = useTranslations("callbacks");
  if (callback.status === "claimed")
    return (
      <StatusMark icon={UserCheck} tone="primary">
        {callback.isMine ? t("mine") : t("claimedBy", { name: callback.claimedByName ?? t("somebody") })}
      </StatusMark>
    );
  if (callback.completedAt === null) return null;
  return callback.outcome ? (
    <StatusMark {...outcomes[callback.outcome]}>{t(`outcome.${callback.outcome}`)}</StatusMark>
  ) : (
    <StatusMark icon={Check} tone="neutral">
      {t("settled")}
    </StatusMark>
  );
}

/** When it is due; when it was settled, once it is. */
export function WhenMark({ callback }: { callback: Callback }) {
  const { timeZone } = useBusiness();
  if (callback.completedAt === null) return <DueMark dueAt={callback.dueAt} />;
  return (
    <Time value={callback.completedAt} timeZone={timeZone} className="text-muted-foreground tabular-nums" />
  );
}
