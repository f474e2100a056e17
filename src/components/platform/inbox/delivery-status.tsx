import { CircleAlert, CircleCheck, CircleSlash, Hourglass, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusMark } from "@/components/status-mark";
import type { BadgeTone } from "@/components/ui/badge";
import type { DeliveryStatus as Status } from "@/contracts/delivery-states";

const marks: Record<Status, { icon: LucideIcon; tone: BadgeTone }> = {
  received: { icon: Hourglass, tone: "info" },
  processed: { icon: CircleCheck, tone: "success" },
  ignored: { icon: CircleSlash, tone: "neutral" },
  failed: { icon: CircleAlert, tone: "danger" },
};

export function DeliveryStatus({ status }: { status: Status }) {
  const t = useTranslations("platform.inbox.statuses");
  return <StatusMark {...marks[status]}>{t(status)}</StatusMark>;
}
