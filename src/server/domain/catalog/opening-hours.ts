import { dayMs, localDays } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import {
  type CalendarBranch,
  type ClosedDays,
  closedOn,
  hoursOn,
  openTime,
  type WeeklyHours,
} from "../availability/calendar";
import { loadBranches } from "../availability/calendar-rows";

interface OpeningDay {
  /** Local date, "2026-12-24". */
  date: string;
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
  /** Minutes since local midnight; empty on a closed day. */
  ranges: { startsMinute: number; endsMinute: number }[];
  /** These are hours of this day alone, other than every week. */
  special: boolean;
  /** Why it is closed although the weekly hours say open. */
  closed?: { kind: ClosedDays["kind"]; label: string | null };
}

export interface OpeningHours {
  branchId: number;
  branchName: string;
  /** IANA zone. */
  timeZone: string;
  /** The usual week, by weekday and time. */
  week: WeeklyHours[];
  /** Holidays and closures in the days asked for. */
  exceptions: ClosedDays[];
  /** The days asked for, as they really are. */
  days: OpeningDay[];
}

export interface OpeningState {
  open: boolean;
  /** When it closes if open, when it opens next if not; null if not within four weeks. */
  changesAt: Date | null;
  /** Holiday or closure that keeps it closed now. */
  label?: string;
}

/**
 * A branch's usual week, and `days` calendar days (7) from `from` with special days, holidays and closures applied.
 * @throws DomainError `branch.not_found`
 */
export async function getOpeningHours(
  ctx: TenantContext,
  request: { branchId: number; from?: Date; days?: number },
): Promise<OpeningHours> {
  requirePermission(ctx, "catalog:read");
  const { branchId, from = new Date(), days: count = 7 } = request;
  const start = from.getTime();
  const range = { start, end: start + count * dayMs };
  const branch = await loadBranch(ctx, branchId, range);
  const days = localDays(range, branch.timeZone).slice(0, count);
  return {
    branchId,
    branchName: branch.name,
    timeZone: branch.timeZone,
    week: branch.hours,
    exceptions: branch.closedDays.filter(
      (c) => c.endsOn >= (days[0]?.date ?? "") && c.startsOn <= (days.at(-1)?.date ?? ""),
    ),
    days: days.map(({ date, weekday }) => {
      const closed = closedOn(branch, date);
      return {
        date,
        weekday,
        ranges: hoursOn(branch, { date, weekday }),
        special: !closed && branch.specialHours.some(({ day }) => day === date),
        ...(closed ? { closed: { kind: closed.kind, label: closed.label } } : {}),
      };
    }),
  };
}

/** Whether a branch is open at an instant, and until or from when. @throws DomainError `branch.not_found` */
export async function getOpeningState(
  ctx: TenantContext,
  branchId: number,
  at = new Date(),
): Promise<OpeningState> {
  requirePermission(ctx, "catalog:read");
  const now = at.getTime();
  const range = { start: now, end: now + 28 * dayMs };
  const branch = await loadBranch(ctx, branchId, range);
  const days = localDays(range, branch.timeZone);
  const open = openTime(branch, days);
  const current = open.find((i) => i.start <= now && now < i.end);
  const next = open.find((i) => i.start > now);
  const label = days[0] && closedOn(branch, days[0].date)?.label;
  const changesAt = current?.end ?? next?.start;
  return {
    open: current !== undefined,
    changesAt: changesAt === undefined ? null : new Date(changesAt),
    ...(current === undefined && label ? { label } : {}),
  };
}

async function loadBranch(ctx: TenantContext, branchId: number, range: Interval): Promise<CalendarBranch> {
  const branches = await loadBranches(ctx, range, branchId);
  const [branch] = branches;
  if (!branch) throw notFound("branch");
  return branch;
}
