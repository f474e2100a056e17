import { boolean, foreignKey, index, mysqlEnum, mysqlTable, unique, varchar } from "drizzle-orm/mysql-core";
import { longestViewName, longestViewQuery, viewLists } from "@/contracts/view-lists";
import { id, ref, tenantId, timestamps } from "../columns";
import { users } from "./identity";
import { tenants } from "./tenants";

/** A list as somebody wants to find it again: an address with its filters, columns and order, under a name. */
export const savedViews = mysqlTable(
  "saved_views",
  {
    id: id(),
    tenantId: tenantId(),
    /** Whose it is. People of the platform keep views, too: they belong to no tenant. */
    userId: ref("user_id").notNull(),
    list: mysqlEnum("list", viewLists).notNull(),
    name: varchar("name", { length: longestViewName }).notNull(),
    /** What follows the "?" of the list's address, without the page one is on. */
    query: varchar("query", { length: longestViewQuery }).notNull(),
    shared: boolean("shared").notNull().default(false),
    ...timestamps(),
  },
  (t) => [
    unique("saved_views_name_uq").on(t.tenantId, t.userId, t.list, t.name),
    index("saved_views_shared_ix").on(t.tenantId, t.list, t.shared),
    foreignKey({ name: "saved_views_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({ name: "saved_views_user_fk", columns: [t.userId], foreignColumns: [users.id] }),
  ],
);
