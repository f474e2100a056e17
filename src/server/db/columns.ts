import { sql } from "drizzle-orm";
import { bigint, customType, datetime } from "drizzle-orm/mysql-core";

/** UUIDs are ASCII: a quarter of the index bytes of utf8mb4, and foreign keys match byte by byte. */
export const uuid = customType<{ data: string; driverData: string }>({
  dataType: () => "char(36) CHARACTER SET ascii COLLATE ascii_bin",
});

/** SHA-256 in hex. */
export const sha256Hex = customType<{ data: string; driverData: string }>({
  dataType: () => "char(64) CHARACTER SET ascii COLLATE ascii_bin",
});

/** Bytes, up to 16 MB. */
export const mediumblob = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "mediumblob" });

export const id = () => bigint("id", { mode: "number" }).autoincrement().primaryKey();
export const ref = (name: string) => bigint(name, { mode: "number" });
export const tenantId = () => uuid("tenant_id").notNull();

/** An instant in UTC with milliseconds. */
export const instant = (name: string) => datetime(name, { mode: "date", fsp: 3 });

const now = sql`(utc_timestamp(3))`;
export const createdAt = () => instant("created_at").notNull().default(now);
export const timestamps = () => ({
  createdAt: createdAt(),
  updatedAt: instant("updated_at")
    .notNull()
    .default(now)
    .$onUpdate(() => new Date()),
});
