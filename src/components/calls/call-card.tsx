import { CallerLine } from "../caller-line";
import { Duration } from "../duration";
import { Money } from "../money";
import { OutcomeBadge } from "../outcome-badge";
import { Time } from "../time";
import type { CallRow } from "./use-call-columns";

/** A call as it stands in a narrow list. */
export function CallCard({ call }: { call: CallRow }) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-3">
        <CallerLine name={call.customerName} phone={call.fromNumber} firstTime={call.firstTime} />
        <span className="shrink-0 text-table">
          <OutcomeBadge outcome={call.outcome} status={call.status} />
        </span>
      </div>
      {call.reason && <p className="line-clamp-2 text-muted-foreground">{call.reason}</p>}
      <div className="flex justify-between gap-3 text-muted-foreground text-table">
        <Time value={call.startTimestamp} timeZone={call.timeZone} />
        <span className="flex gap-3">
          {call.bookedCents > 0 && <Money cents={call.bookedCents} className="text-foreground" />}
          {call.durationSec !== null && <Duration seconds={call.durationSec} />}
        </span>
      </div>
    </div>
  );
}
