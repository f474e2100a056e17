import { and, asc, eq } from "drizzle-orm";
import { type SetupPerson, setupPerson } from "@/contracts/onboarding";
import { clockOf } from "@/lib/clock-minutes";
import { openingHours, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { within } from "../_core/within";
import { createStaffMember } from "../staff/create-staff-member";
import { setWorkingHours } from "../staff/set-working-hours";
import { findFirstBranch } from "./find-first-branch";
import { lockSetup, markStep } from "./setup-row";

/**
 * Somebody of the team who works while the branch is open, so that they can be booked at once. A name that is there
 * already is the same person: a second click adds nobody.
 * @throws DomainError `setup.not_found`, `branch.not_found`, `service.not_found`
 */
export async function addPerson(ctx: TenantContext, input: SetupPerson): Promise<{ id: number }> {
  requirePermission(ctx, "catalog:write");
  const { name, serviceIds } = setupPerson.parse(input);
  const tenantId = ctx.tenant.id;
  return transact(ctx.db, async (tx) => {
    const setup = await lockSetup(ctx, tx);
    const here = within(ctx, tx);
    const [namesake] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.tenantId, tenantId), eq(staff.name, name), eq(staff.active, true)));
    if (namesake) return namesake;
    const branch = await findFirstBranch(here);
    if (!branch) throw notFound("branch");
    const opening = await tx
      .select()
      .from(openingHours)
      .where(and(eq(openingHours.tenantId, tenantId), eq(openingHours.branchId, branch.id)))
      .orderBy(asc(openingHours.weekday), asc(openingHours.startsMinute));
    const person = { name, email: null, phone: null, homeBranchId: branch.id, serviceIds };
    const { id: staffId } = await createStaffMember(here, person);
    const ranges = opening.map(({ weekday, startsMinute, endsMinute }) => ({
      weekday,
      from: clockOf(startsMinute),
      to: clockOf(endsMinute),
      branchId: branch.id,
    }));
    await setWorkingHours(here, { staffId, version: 1, ranges });
    await markStep(ctx, tx, setup, "staff", "done");
    return { id: staffId };
  });
}
