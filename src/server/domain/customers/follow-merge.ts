import type { Queryable } from "@/server/db";
import type { TenantContext } from "../_core/context";
import { type CustomerRow, readCustomer } from "./customer";

/** Who a customer turned out to be; themselves as long as nobody merged them. One step: merging shortens every chain. */
export async function followMerge<Row extends Pick<CustomerRow, "mergedIntoId">>(
  ctx: TenantContext,
  db: Queryable,
  row: Row,
): Promise<Row | CustomerRow> {
  return row.mergedIntoId === null ? row : readCustomer(ctx, db, row.mergedIntoId);
}
