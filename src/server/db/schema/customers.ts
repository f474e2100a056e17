import { date, foreignKey, index, mysqlTable, text, unique, varchar } from "drizzle-orm/mysql-core";
import { id, tenantId, timestamps } from "../columns";
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
    ...timestamps(),
  },
  (t) => [
    unique("customers_tenant_id_uq").on(t.tenantId, t.id),
    unique("customers_phone_uq").on(t.tenantId, t.phone),
    unique("customers_email_uq").on(t.tenantId, t.email),
    index("customers_name_ix").on(t.tenantId, t.name, t.id),
    foreignKey({ name: "customers_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);
