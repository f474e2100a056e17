import { and, asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { branches, calls, phoneNumbers, setups, tenants, users } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { listInvitations } from "../invitations/list-invitations";

const inputSchema = z.object({ slug: z.string().max(100) });
const shown = 50;

/** What a platform admin has to know of a business without entering it: no calls, no customers. @throws not_found */
export async function getTenantOverview(ctx: PlatformContext, input: z.infer<typeof inputSchema>) {
  requirePermission(ctx, "platform:admin");
  const { slug } = inputSchema.parse(input);
  const [tenant] = await ctx.db
    .select({
      id: tenants.id,
      slug: tenants.slug,
      name: tenants.name,
      kind: tenants.kind,
      status: tenants.status,
      suspendedAt: tenants.suspendedAt,
      suspensionReason: tenants.suspensionReason,
      balanceCents: tenants.balanceCents,
      calendarSource: tenants.calendarSource,
      timeZone: tenants.timeZone,
      createdAt: tenants.createdAt,
    })
    .from(tenants)
    .where(eq(tenants.slug, slug));
  if (!tenant) throw notFound("tenant");
  const [numbers, [setup], owners, invitations, [lastCall]] = await Promise.all([
    ctx.db
      .select({ phoneNumber: phoneNumbers.phoneNumber, branchName: branches.name })
      .from(phoneNumbers)
      .innerJoin(
        branches,
        and(eq(branches.tenantId, phoneNumbers.tenantId), eq(branches.id, phoneNumbers.branchId)),
      )
      .where(eq(phoneNumbers.tenantId, tenant.id))
      .orderBy(asc(phoneNumbers.phoneNumber))
      .limit(shown),
    ctx.db.select({ wishedNumber: setups.wishedNumber }).from(setups).where(eq(setups.tenantId, tenant.id)),
    ctx.db
      .select({ name: users.name, email: users.email, lastSignInAt: users.lastSignInAt })
      .from(users)
      .where(and(eq(users.tenantId, tenant.id), eq(users.role, "owner"), eq(users.status, "active")))
      .orderBy(asc(users.id))
      .limit(shown),
    listInvitations({ ...ctx, tenant }),
    ctx.db
      .select({ startedAt: calls.startTimestamp })
      .from(calls)
      .where(eq(calls.tenantId, tenant.id))
      .orderBy(desc(calls.startTimestamp))
      .limit(1),
  ]);
  const wished = setup?.wishedNumber ?? null;
  return {
    ...tenant,
    numbers,
    /** E.164; null once it rings there. */
    wishedNumber: numbers.some(({ phoneNumber }) => phoneNumber === wished) ? null : wished,
    owners,
    invitations,
    lastCallAt: lastCall?.startedAt ?? null,
  };
}
