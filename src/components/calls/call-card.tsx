import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";
import { CallerLine } from "../caller-line";
import { Duration } from "../duration";
import { Money } from "../money";
import { OutcomeBadge } from "../outcome-badge";
import { Time } from "../time";
import { Badge } from "../ui/badge";
import type { CallRow } from "./use-call-columns";

/** A call as it stands in a narrow list. */
export function CallCard({ call, showsCost }: { call: CallRow; showsCost: boolean }) {
  const t = useTranslations("common");
  const { spokenLanguage } = useBusiness();
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-3">
        <CallerLine name={call.customerName} phone={call.fromNumber} />
        <span className="shrink-0 text-table">
          <OutcomeBadge outcome={call.outcome} status={call.status} />
        </span>
      </div>
      {call.reason && (
        <p lang={spokenLanguage} className="line-clamp-2 text-muted-foreground">
          {call.reason}
        </p>
      )}
      <div className="flex justify-between gap-3 text-muted-foreground text-table">
        <span className="flex gap-2">
          <Time value={call.startTimestamp} timeZone={call.timeZone} />
          {call.firstTime && <Badge tone="info">{t("firstTime")}</Badge>}
        </span>
        <span className="flex gap-3">
          {call.bookedCents > 0 && <Money cents={call.bookedCents} className="text-foreground" />}
          {call.durationSec !== null && <Duration seconds={call.durationSec} />}
          {showsCost && call.costUsdCents !== null && <Money cents={call.costUsdCents} currency="USD" />}
        </span>
      </div>
    </div>
  );
}
