import { sql } from "drizzle-orm";

/** The database's clock decides what is due and whose lease has ended: servers' clocks differ. */
export const now = sql`utc_timestamp(3)`;
export const inMilliseconds = (ms: number) =>
  sql`utc_timestamp(3) + interval ${Math.round(ms * 1000)} microsecond`;
