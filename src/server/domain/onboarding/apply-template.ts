import { eq } from "drizzle-orm";
import { type TemplateForm, templateForm } from "@/contracts/onboarding";
import { kindOfTrade } from "@/contracts/trades";
import { setups, users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { type Transaction, transact } from "../_core/transact";
import { within } from "../_core/within";
import { createBranch } from "../branches/create-branch";
import { setOpeningHours } from "../branches/set-opening-hours";
import { createService } from "../services/create-service";
import { createStaffMember } from "../staff/create-staff-member";
import { setWorkingHours } from "../staff/set-working-hours";
import { changeBusinessSettings } from "../tenants/change-business-settings";
import { getBusinessSettings } from "../tenants/get-business-settings";
import { publishFirstAssistant } from "./publish-first-assistant";
import { lockSetup, markStep } from "./setup-row";
import { tradeTemplates } from "./trade-templates";

/**
 * Sets the business up like others of its trade: a branch with its hours, the owner as the first in the team, the
 * services as they were corrected, and what the assistant says and asks. All of it or nothing, and only once.
 * @throws DomainError `setup.not_found`
 */
export async function applyTemplate(ctx: TenantContext, input: TemplateForm): Promise<void> {
  requirePermission(ctx, "settings:write");
  requirePermission(ctx, "catalog:write");
  const { trade, federalState, services } = templateForm.parse(input);
  await transact(ctx.db, async (tx) => {
    const setup = await lockSetup(ctx, tx);
    if (setup.steps.trade === "done") return;
    const here = within(ctx, tx);
    await tx.update(setups).set({ trade }).where(eq(setups.tenantId, ctx.tenant.id));
    const settings = await getBusinessSettings(here);
    await changeBusinessSettings(here, { ...settings, kind: kindOfTrade[trade] });

    const { name: branchName, timeZone } = settings;
    const branch = { name: branchName, address: null, phone: null, federalState, timeZone };
    const { id: branchId } = await createBranch(here, branch);
    const { hours } = tradeTemplates[trade];
    await setOpeningHours(here, { branchId, version: 1, ranges: hours });

    const name = await findOwnerName(ctx, tx);
    const person = { name, email: null, phone: null, homeBranchId: branchId, serviceIds: [] };
    const { id: staffId } = await createStaffMember(here, person);
    const ranges = hours.map((range) => ({ ...range, branchId }));
    await setWorkingHours(here, { staffId, version: 1, ranges });
    for (const service of services)
      await createService(here, { ...service, staffNeeded: 1, staffIds: [staffId], resourceIds: [] });
    await publishFirstAssistant(here);
    await markStep(ctx, tx, setup, "trade", "done");
  });
}

/** Of the business: a platform admin who helps is not the first in its team. */
async function findOwnerName(ctx: TenantContext, tx: Transaction): Promise<string> {
  const [owner] = await tx
    .select({ name: users.name })
    .from(users)
    .where(eq(users.tenantId, ctx.tenant.id))
    .orderBy(users.id)
    .limit(1);
  if (!owner) throw notFound("user");
  return owner.name;
}
