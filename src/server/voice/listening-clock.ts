import type { Clock, Hours } from "@/lib/german-time";
import type { TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import { getOpeningHours } from "@/server/domain/catalog/opening-hours";
import type { CalledNumber } from "@/server/domain/phone-numbers/resolve-called-number";

const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Now and here, with the opening hours that tell whether "um drei" is in the afternoon. */
export async function listeningClock(ctx: TenantContext, called: CalledNumber): Promise<Clock> {
  return {
    now: new Date(),
    timeZone: called.branchTimeZone,
    land: called.federalState,
    hours: await weeklyHours(ctx, called.branchId),
  };
}

/** Undefined for a branch that is not open to callers any more: its hours choose nothing. */
async function weeklyHours(ctx: TenantContext, branchId: number): Promise<Hours | undefined> {
  try {
    const { week } = await getOpeningHours(ctx, { branchId, days: 1 });
    if (week.length === 0) return undefined;
    return Object.fromEntries(
      names.map((name, i) => [name, week.filter(({ weekday }) => weekday === i + 1).map(interval)]),
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
