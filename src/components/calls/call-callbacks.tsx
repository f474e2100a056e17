import { Check, Clock, type LucideIcon, UserCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CallbackStatus } from "@/contracts/calls";
import { formatPhone } from "@/lib/phone-display";
import { useBusiness } from "../business-context";
import { RelativeTime } from "../relative-time";
import { Section } from "../section";
import { StatusMark } from "../status-mark";
import type { BadgeTone } from "../ui/badge";
import type { Call } from "./lay-transcript";

const marks: Record<CallbackStatus, { icon: LucideIcon; tone: BadgeTone }> = {
  open: { icon: Clock, tone: "warning" },
  claimed: { icon: UserCheck, tone: "primary" },
  done: { icon: Check, tone: "success" },
  expired: { icon: X, tone: "neutral" },
};

interface CallCallbacksProps {
  callbacks: Call["callbacks"];
  /** Whom the call's own heading names already. */
  callerName: string | null;
  timeZone: string;
  onOpen: (callbackId: number) => void;
}

/** Who is to be called back because of a call, and how far that is. */
export function CallCallbacks({ callbacks, callerName, timeZone, onOpen }: CallCallbacksProps) {
  const t = useTranslations("calls.callback");
  const { spokenLanguage } = useBusiness();
  if (callbacks.length === 0) return null;
  return (
    <Section title={t("title")}>
      <ul>
        {callbacks.map((callback) => (
          <li key={callback.id} className="flex flex-col gap-1 border-b py-3 last:border-b-0">
            {callback.name && callback.name !== callerName && <p className="font-medium">{callback.name}</p>}
            {callback.reason && (
              <p lang={spokenLanguage} className="break-words">
                {callback.reason}
              </p>
            )}
            {callback.phone && (
              <a
                href={`tel:${callback.phone}`}
                className="w-fit rounded-sm text-primary-text tabular-nums underline-offset-4 hover:underline"
              >
                {formatPhone(callback.phone)}
              </a>
            )}
            {callback.preferredTime && (
              <p className="text-muted-foreground">{t("wish", { time: callback.preferredTime })}</p>
            )}
            <button
              type="button"
              onClick={() => onOpen(callback.id)}
              className="order-last inline-flex min-h-11 w-fit items-center rounded-sm font-medium text-primary-text underline-offset-4 hover:underline md:min-h-8"
            >
              {t("open")}
            </button>
            <p className="flex flex-wrap items-center gap-x-3 text-table">
              <StatusMark {...marks[callback.status]}>{t(`status.${callback.status}`)}</StatusMark>
              {(callback.status === "open" || callback.status === "claimed") && (
                <span className="text-muted-foreground">
                  {t.rich("due", { time: () => <RelativeTime value={callback.dueAt} timeZone={timeZone} /> })}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
