import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { newTenant } from "@/contracts/platform";
import { kindOfTrade, trades } from "@/contracts/trades";
import { isDuplicateKey } from "@/server/db/errors";
import { setups, tenants } from "@/server/db/schema";
import type { PlatformContext, TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { within } from "../_core/within";
import type { InvitationLink } from "../invitations/invitation";
import { inviteMember } from "../invitations/invite-member";
import { isReservedSlug } from "../onboarding/business-slug";

/**
 * A business with a way in for its owner, or neither. Its set-up begins where a business's that signed up itself does.
 * @throws DomainError `tenant.slug_taken` also for addresses that are pages of our own
 */
export async function createTenant(
  ctx: PlatformContext,
  input: z.input<typeof newTenant>,
): Promise<{ tenant: TenantContext["tenant"]; invitation: InvitationLink }> {
  requirePermission(ctx, "platform:admin");
  const { name, kind, slug, ownerEmail } = newTenant.parse(input);
  if (isReservedSlug(slug)) throw slugTaken();
  const tenant = { id: uuidv7(), slug, timeZone: "Europe/Berlin" };
  const trade = trades.find((candidate) => kindOfTrade[candidate] === kind) ?? "other";
  try {
    return await transact(ctx.db, async (tx) => {
      await tx.insert(tenants).values({ ...tenant, name, kind });
      await tx.insert(setups).values({ tenantId: tenant.id, trade, steps: {} });
      const inside = within({ ...ctx, tenant }, tx);
      await recordEvent(inside, tx, "tenant.created", null, {});
      return { tenant, invitation: await inviteMember(inside, { email: ownerEmail, role: "owner" }) };
    });
  } catch (error) {
    throw isDuplicateKey(error, "tenants_slug_uq") ? slugTaken() : error;
  }
}

const slugTaken = () => new DomainError("tenant.slug_taken", "conflict", { fields: { slug: "slug_taken" } });
