import { and, eq } from "drizzle-orm";
import { type SetupHours, setupHours } from "@/contracts/onboarding";
import { minuteOf } from "@/lib/clock-minutes";
import { openingHours, staff, staffWorkingHours } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { type Transaction, transact } from "../_core/transact";
import { within } from "../_core/within";
import { setOpeningHours } from "../branches/set-opening-hours";
import { requireOwn } from "../catalog/require-own";
import { setWorkingHours } from "../staff/set-working-hours";
import { lockSetup, markStep } from "./setup-row";

/**
 * When the branch is open. Who worked just as it was open goes on doing so; whose week is another keeps it.
 * @throws DomainError `setup.not_found`, `branch.not_found`, `branch.changed_meanwhile`
 */
export async function setUpHours(ctx: TenantContext, input: SetupHours): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { branchId, version, ranges } = setupHours.parse(input);
  await transact(ctx.db, async (tx) => {
    const setup = await lockSetup(ctx, tx);
    await requireOwn(ctx, tx, "branch", [branchId]);
    const before = await readOpening(ctx, tx, branchId);
    const wanted = weekOf(
      ranges.map(({ weekday, from, to }) => ({
        weekday,
        startsMinute: minuteOf(from, "start"),
        endsMinute: minuteOf(to, "end"),
      })),
    );
    if (wanted !== before) {
      const here = within(ctx, tx);
      const followers = await findFollowers(ctx, tx, branchId, before);
      await setOpeningHours(here, { branchId, version, ranges });
      for (const { staffId, version } of followers)
        await setWorkingHours(here, {
          staffId,
          version,
          ranges: ranges.map((range) => ({ ...range, branchId })),
        });
    }
    await markStep(ctx, tx, setup, "hours", "done");
  });
}

interface Range {
  weekday: number;
  startsMinute: number;
  endsMinute: number;
}

/** Equal for equal weeks. */
const weekOf = (ranges: Range[]): string =>
  ranges
    .map(({ weekday, startsMinute, endsMinute }) => `${weekday}:${startsMinute}-${endsMinute}`)
    .sort()
    .join();

async function readOpening(ctx: TenantContext, tx: Transaction, branchId: number): Promise<string> {
  const rows = await tx
    .select()
    .from(openingHours)
    .where(and(eq(openingHours.tenantId, ctx.tenant.id), eq(openingHours.branchId, branchId)));
  return weekOf(rows);
}

/** Who works at this branch alone, and exactly in this week. */
async function findFollowers(ctx: TenantContext, tx: Transaction, branchId: number, week: string) {
  const rows = await tx
    .select({ staffId: staff.id, version: staff.version, hours: staffWorkingHours })
    .from(staff)
    .innerJoin(
      staffWorkingHours,
      and(eq(staffWorkingHours.tenantId, staff.tenantId), eq(staffWorkingHours.staffId, staff.id)),
    )
    .where(eq(staff.tenantId, ctx.tenant.id));
  const people = [...new Map(rows.map(({ staffId, version }) => [staffId, { staffId, version }])).values()];
  return people.filter(({ staffId }) => {
    const own = rows.filter((row) => row.staffId === staffId).map(({ hours }) => hours);
    return own.every((range) => range.branchId === branchId) && weekOf(own) === week;
  });
}
