import { asc, eq } from "drizzle-orm";
import { staffColors } from "@/contracts/staff-colors";
import type { Queryable } from "@/server/db";
import { staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";

/**
 * The colour of everybody who ever was in the team, by id. It never changes: who came before colours were kept has
 * them in turn, and nobody is added to those.
 */
export async function readColors(ctx: TenantContext, db: Queryable) {
  const rows = await db
    .select({ id: staff.id, active: staff.active, color: staff.color })
    .from(staff)
    .where(eq(staff.tenantId, ctx.tenant.id))
    .orderBy(asc(staff.id));
  const inTurn = rows.filter(({ color }) => color === null);
  return rows.map(({ id, active, color }) => ({
    id,
    active,
    color: color ?? inTurn.findIndex((person) => person.id === id) % staffColors,
  }));
}

/** The colour that fewest of the team have now. */
export async function freeColor(ctx: TenantContext, db: Queryable): Promise<number> {
  const taken = (await readColors(ctx, db)).filter(({ active }) => active).map(({ color }) => color);
  const uses = Array.from({ length: staffColors }, (_, color) => taken.filter((one) => one === color).length);
  return uses.indexOf(Math.min(...uses));
}
