import { and, eq } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { appointmentStaff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";

/** Who takes part beside the first person. */
export async function listFurtherStaff(
  ctx: TenantContext,
  db: Queryable,
  appointmentId: number,
): Promise<number[]> {
  const rows = await db
    .select({ staffId: appointmentStaff.staffId })
    .from(appointmentStaff)
    .where(
      and(eq(appointmentStaff.tenantId, ctx.tenant.id), eq(appointmentStaff.appointmentId, appointmentId)),
    );
  return rows.map(({ staffId }) => staffId);
}

export async function addFurtherStaff(
  ctx: TenantContext,
  tx: Transaction,
  appointmentId: number,
  staffIds: readonly number[],
): Promise<void> {
  if (staffIds.length === 0) return;
  const tenantId = ctx.tenant.id;
  await tx.insert(appointmentStaff).values(staffIds.map((staffId) => ({ tenantId, appointmentId, staffId })));
}

export async function replaceFurtherStaff(
  ctx: TenantContext,
  tx: Transaction,
  appointmentId: number,
  staffIds: readonly number[],
): Promise<void> {
  await tx
    .delete(appointmentStaff)
    .where(
      and(eq(appointmentStaff.tenantId, ctx.tenant.id), eq(appointmentStaff.appointmentId, appointmentId)),
    );
  await addFurtherStaff(ctx, tx, appointmentId, staffIds);
}
