import {
  boolean,
  customType,
  date,
  foreignKey,
  index,
  json,
  mysqlTable,
  primaryKey,
  text,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import type { CustomerFields, MovedRows } from "@/contracts/customer-merge";
import { id, instant, ref, tenantId, timestamps } from "../columns";
import { tenants } from "./tenants";

export const customers = mysqlTable(
  "customers",
  {
    id: id(),
    tenantId: tenantId(),
    name: varchar("name", { length: 255 }),
    email: varchar("email", { length: 255 }),
    /** E.164; unique within the tenant. NULL for callers who hide their number. */
    phone: varchar("phone", { length: 20 }),
    birthdate: date("birthdate", { mode: "string" }),
    notes: text("notes"),
    /** The customer this one turned out to be. Its row stays, so that its number and address still lead there. */
    mergedIntoId: ref("merged_into_id"),
    /** Whether its search keys are written. Verbs write them at once; a job catches up on rows they did not make. */
    searchable: boolean("searchable").notNull().default(false),
    ...timestamps(),
  },
  (t) => [
    unique("customers_tenant_id_uq").on(t.tenantId, t.id),
    unique("customers_phone_uq").on(t.tenantId, t.phone),
    unique("customers_email_uq").on(t.tenantId, t.email),
    index("customers_merged_ix").on(t.tenantId, t.mergedIntoId),
    index("customers_name_ix").on(t.tenantId, t.mergedIntoId, t.name, t.id),
    index("customers_birthdate_ix").on(t.tenantId, t.birthdate, t.id),
    index("customers_searchable_ix").on(t.searchable, t.id),
    foreignKey({ name: "customers_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({
      name: "customers_merged_fk",
      columns: [t.tenantId, t.mergedIntoId],
      foreignColumns: [t.tenantId, t.id],
    }),
  ],
);

/** Lower-case ASCII, compared byte by byte, so that a prefix is a range of the index. */
const searchKey = customType<{ data: string; driverData: string }>({
  dataType: () => "varchar(64) CHARACTER SET ascii COLLATE ascii_bin",
});

/** Each way a customer's name or number can be asked for (lib/search-keys), so that every search reads few rows. */
export const customerSearchKeys = mysqlTable(
  "customer_search_keys",
  {
    tenantId: tenantId(),
    searchKey: searchKey("search_key").notNull(),
    customerId: ref("customer_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "customer_search_keys_pk", columns: [t.tenantId, t.searchKey, t.customerId] }),
    foreignKey({
      name: "customer_search_keys_customer_fk",
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
    }).onDelete("cascade"),
  ],
);

/** One customer became part of another; enough to take it back exactly. */
export const customerMerges = mysqlTable(
  "customer_merges",
  {
    id: id(),
    tenantId: tenantId(),
    keptId: ref("kept_id").notNull(),
    absorbedId: ref("absorbed_id").notNull(),
    keptBefore: json("kept_before").$type<CustomerFields>().notNull(),
    absorbedBefore: json("absorbed_before").$type<CustomerFields>().notNull(),
    /** The kept customer's fields as the merge left them. */
    keptAfter: json("kept_after").$type<CustomerFields>().notNull(),
    moved: json("moved").$type<MovedRows>().notNull(),
    undoUntil: instant("undo_until").notNull(),
    undoneAt: instant("undone_at"),
    ...timestamps(),
  },
  (t) => [
    index("customer_merges_kept_ix").on(t.tenantId, t.keptId, t.id),
    foreignKey({
      name: "customer_merges_kept_fk",
      columns: [t.tenantId, t.keptId],
      foreignColumns: [customers.tenantId, customers.id],
    }),
    foreignKey({
      name: "customer_merges_absorbed_fk",
      columns: [t.tenantId, t.absorbedId],
      foreignColumns: [customers.tenantId, customers.id],
    }),
  ],
);
