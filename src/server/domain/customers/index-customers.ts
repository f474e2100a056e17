import { asc, eq } from "drizzle-orm";
import { customers } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { writeSearchKeys } from "./search-keys";

const batchSize = 200;

/**
 * Makes findable whoever came in past the verbs (from before there were search keys, or by hand), of all tenants.
 * @returns how many it found
 */
export async function indexCustomers(ctx: PlatformContext): Promise<number> {
  requirePermission(ctx, "platform:admin");
  for (let indexed = 0; ; ) {
    const found = await transact(ctx.db, async (tx) => {
      const rows = await tx
        .select({
          id: customers.id,
          tenantId: customers.tenantId,
          name: customers.name,
          phone: customers.phone,
        })
        .from(customers)
        .where(eq(customers.searchable, false))
        .orderBy(asc(customers.id))
        .limit(batchSize)
        .for("update");
      for (const tenantId of new Set(rows.map((row) => row.tenantId)))
        await writeSearchKeys(
          tx,
          tenantId,
          rows.filter((row) => row.tenantId === tenantId),
        );
      return rows.length;
    });
    indexed += found;
    if (found < batchSize) return indexed;
  }
}
