import { and, eq, type SQL, sql } from "drizzle-orm";
import { staff } from "@/server/db/schema";
import { later } from "@/server/db/together";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";

/**
 * Locks calendars: people, then rooms; first in its transaction, or right after its customer, for only what is read
 * after it may decide. One by one in id order, so that nobody waits in a circle: one statement for several rows may
 * lock another index first than one for a single row does, and meet it halfway.
 */
export async function lockCalendars(
  ctx: TenantContext,
  tx: Transaction,
  { staffIds, resourceIds = [] }: { staffIds: readonly number[]; resourceIds?: readonly (number | null)[] },
) {
  const locked = [];
  for (const id of inIdOrder(staffIds)) {
    const [person] = await tx
      .select({ id: staff.id, active: staff.active })
      .from(staff)
      .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.id, id)))
      .for("update");
    if (person) locked.push(person);
  }
  for (const lock of lockingRooms(ctx.tenant.id, resourceIds)) await tx.execute(later(lock));
  return locked;
}

/**
 * The same for a new appointment, as statements to be sent together, people first: noting when each was last booked
 * locks them, by the same index as above, or the two would deadlock. Who is not changed does not work here any more.
 */
export const lockingForBooking = (
  { tenant }: TenantContext,
  { staffIds, resourceId }: { staffIds: readonly number[]; resourceId: number | null },
): SQL[] => [
  ...inIdOrder(staffIds).map(
    (id) => sql`UPDATE staff FORCE INDEX (PRIMARY)
      SET last_booked_at = ${new Date()} WHERE tenant_id = ${tenant.id} AND id = ${id} AND active`,
  ),
  ...lockingRooms(tenant.id, [resourceId]),
];

const lockingRooms = (tenantId: string, resourceIds: readonly (number | null)[]): SQL[] =>
  inIdOrder(resourceIds.filter((id) => id !== null)).map(
    (id) => sql`SELECT id FROM resources WHERE tenant_id = ${tenantId} AND id = ${id} FOR UPDATE`,
  );

const inIdOrder = (ids: readonly number[]) => [...new Set(ids)].sort((a, b) => a - b);
