import { sql } from "drizzle-orm";
import { check, foreignKey, int, json, mysqlTable, unique } from "drizzle-orm/mysql-core";
import { id, instant, ref, tenantId, timestamps } from "../columns";
import { users } from "./identity";
import { tenants } from "./tenants";

/**
 * What a business tells its assistant, version by version. Number 0 is the draft, so that there is never a second one;
 * publishing gives it the next number, and from then on the row stays as it is.
 */
export const assistantVersions = mysqlTable(
  "assistant_versions",
  {
    id: id(),
    tenantId: tenantId(),
    number: int("number").notNull(),
    /** Parsed by contracts/assistant whenever it is read. */
    content: json("content").$type<unknown>().notNull(),
    /** Grows with every save of the draft; a writer that read an older one is refused. */
    revision: int("revision").notNull().default(1),
    /** The earlier version this one repeats. */
    restoredFrom: int("restored_from"),
    authorId: ref("author_id"),
    publishedAt: instant("published_at"),
    publishedBy: ref("published_by"),
    ...timestamps(),
  },
  (t) => [
    unique("assistant_versions_number_uq").on(t.tenantId, t.number),
    foreignKey({ name: "assistant_versions_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({ name: "assistant_versions_author_fk", columns: [t.authorId], foreignColumns: [users.id] }),
    foreignKey({
      name: "assistant_versions_publisher_fk",
      columns: [t.publishedBy],
      foreignColumns: [users.id],
    }),
    check("assistant_versions_ck", sql`${t.number} >= 0 AND (${t.number} = 0) = (${t.publishedAt} IS NULL)`),
  ],
);
