import { type QuickEntryRequest, quickEntryRequest } from "@/contracts/quick-entry";
import type { Clock } from "@/lib/german-time";
import { clockText } from "@/lib/german-time/calendar";
import { readQuickEntry as readEntry } from "@/lib/quick-entry/read-quick-entry";
import { understandLine } from "@/lib/quick-entry/understand-line";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { getOpeningHours } from "../catalog/opening-hours";
import { listBranches, listServices, listStaff } from "../catalog/queries";

/**
 * What somebody at the counter typed in one line, "Di 14:30 Schneiden": the time in the branch's zone (without one,
 * the oldest branch's) and by its hours of that day, a service and a person by part of their names. Nothing is guessed:
 * what fits twice stays open.
 */
export async function readQuickEntry(ctx: TenantContext, request: QuickEntryRequest) {
  requirePermission(ctx, "appointments:read");
  const { text, branchId, language } = quickEntryRequest.parse(request);
  const [services, staff, branches, understand] = await Promise.all([
    listServices(ctx),
    listStaff(ctx),
    listBranches(ctx),
    understandLine(language),
  ]);
  const branch = branches.find(({ id }) => id === branchId) ?? branches[0];
  const timeZone = branch?.timeZone ?? ctx.tenant.timeZone;
  const clock = {
    now: new Date(),
    timeZone,
    ...(branch ? { land: branch.federalState, ...(await hoursOf(ctx, branch.id)) } : {}),
  };
  const { time, service, person, rest } = readEntry(text, { services, staff, clock, understand });
  return {
    time,
    timeZone,
    service: service ? { id: service.id, name: service.name } : null,
    person: person ? { id: person.id, name: person.name } : null,
    rest,
  };
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** How far ahead single days are looked at. */
const knownDays = 92;

/** The usual week, and the days on which it does not count. Without any opening hours they choose nothing. */
async function hoursOf(ctx: TenantContext, branchId: number): Promise<Pick<Clock, "hours" | "specialHours">> {
  const { week, days } = await getOpeningHours(ctx, { branchId, days: knownDays });
  if (week.length === 0) return {};
  const unusual = days.filter(({ special, closed }) => special || closed);
  return {
    hours: Object.fromEntries(
      weekdays.map((name, i) => [name, texts(week.filter((hours) => hours.weekday === i + 1))]),
    ),
    specialHours: Object.fromEntries(unusual.map(({ date, ranges }) => [date, texts(ranges)])),
  };
}

const texts = (ranges: readonly { startsMinute: number; endsMinute: number }[]) =>
  ranges.map(({ startsMinute, endsMinute }) => `${clockText(startsMinute)}-${clockText(endsMinute)}`);
