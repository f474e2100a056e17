import {
  CalendarCheck,
  CalendarSync,
  CalendarX,
  CircleHelp,
  Loader,
  type LucideIcon,
  MessageCircle,
  PhoneForwarded,
  PhoneMissed,
  PhoneOutgoing,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { CallOutcome, CallStatus } from "@/contracts/calls";
import { LiveDot } from "./live-dot";
import { StatusMark } from "./status-mark";
import type { BadgeTone } from "./ui/badge";

const marks: Record<CallOutcome, { icon: LucideIcon; tone: BadgeTone }> = {
  booked: { icon: CalendarCheck, tone: "success" },
  moved: { icon: CalendarSync, tone: "info" },
  cancelled: { icon: CalendarX, tone: "neutral" },
  callback: { icon: PhoneOutgoing, tone: "warning" },
  information: { icon: MessageCircle, tone: "neutral" },
  hung_up: { icon: PhoneMissed, tone: "danger" },
  transferred: { icon: PhoneForwarded, tone: "info" },
  unresolved: { icon: CircleHelp, tone: "warning" },
};

/** What came of a call; while there is no outcome yet, where it stands. */
export function OutcomeBadge({ outcome, status }: { outcome: CallOutcome | null; status: CallStatus }) {
  const t = useTranslations("terms");
  if (status === "ongoing")
    return (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-primary-text">
        <LiveDot />
        {t("callStatus.ongoing")}
      </span>
    );
  if (!outcome)
    return (
      <StatusMark
        icon={status === "failed" ? CircleHelp : Loader}
        tone={status === "failed" ? "danger" : "neutral"}
      >
        {t(`callStatus.${status}`)}
      </StatusMark>
    );
  return <StatusMark {...marks[outcome]}>{t(`outcome.${outcome}`)}</StatusMark>;
}
