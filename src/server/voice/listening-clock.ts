import type { Clock, Hours } from "@/lib/german-time";
import type { SpeechClock } from "@/lib/speech/moments";
import type { TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import { getOpeningHours } from "@/server/domain/catalog/opening-hours";
import type { CalledNumber } from "@/server/domain/phone-numbers/resolve-called-number";

const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Now and here, with the opening hours that tell whether "um drei" is in the afternoon, and how this house says times. */
export async function listeningClock(ctx: TenantContext, called: CalledNumber): Promise<Clock & SpeechClock> {
  return {
    now: new Date(),
    timeZone: called.branchTimeZone,
    land: called.federalState,
    hours: await weeklyHours(ctx, called.branchId),
    halfHours: called.saysHalfHours,
  };
}

/** The usual week, today as it really is. Undefined for a branch that is not open to callers any more. */
async function weeklyHours(ctx: TenantContext, branchId: number): Promise<Hours | undefined> {
  try {
    const {
      week,
      days: [today],
    } = await getOpeningHours(ctx, { branchId, days: 1 });
    if (week.length === 0) return undefined;
    return Object.fromEntries(
      names.map((name, i) => {
        const usual = week.filter(({ weekday }) => weekday === i + 1);
        return [name, (today?.weekday === i + 1 ? today.ranges : usual).map(interval)];
      }),
    );
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

const interval = ({ startsMinute, endsMinute }: { startsMinute: number; endsMinute: number }) =>
  `${clock(startsMinute)}-${clock(endsMinute)}`;
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
