import type { Database } from "@/server/db";
import type { TenantContext } from "./context";
import type { Transaction } from "./transact";

/**
 * The same context inside a transaction: verbs called with it join it, and stand or fall together. Its `db` has no
 * pool, so it is for verbs and queries only.
 */
export const within = <Context extends Pick<TenantContext, "db">>(
  ctx: Context,
  tx: Transaction,
): Context => ({
  ...ctx,
  db: tx as unknown as Database,
});
