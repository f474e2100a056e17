import { type OneDayRequest, oneDayRequest } from "@/contracts/branches";
import { dayMs } from "@/lib/calendar-time";
import { weekdayOf } from "@/lib/plain-date";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { hoursOn } from "../availability/calendar";
import { loadBranches } from "../availability/calendar-rows";

/** When each active branch is open on one day, with special days, holidays and closing days applied. */
export async function listHoursOn(ctx: TenantContext, request: OneDayRequest) {
  requirePermission(ctx, "catalog:read");
  const { day } = oneDayRequest.parse(request);
  const noon = Date.parse(`${day}T12:00:00Z`);
  const branches = await loadBranches(ctx, { start: noon - dayMs, end: noon + dayMs });
  const date = { date: day, weekday: weekdayOf(day) };
  return branches.map((branch) => ({
    id: branch.id,
    name: branch.name,
    openingHours: hoursOn(branch, date),
  }));
}
