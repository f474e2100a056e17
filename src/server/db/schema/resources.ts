import { boolean, foreignKey, int, mysqlTable, primaryKey, unique, varchar } from "drizzle-orm/mysql-core";
import { createdAt, id, ref, tenantId, timestamps } from "../columns";
import { branches } from "./branches";
import { services } from "./services";

/** Something of which a branch has one and a service needs one: a room, a chair, a device. */
export const resources = mysqlTable(
  "resources",
  {
    id: id(),
    tenantId: tenantId(),
    branchId: ref("branch_id").notNull(),
    name: varchar("name", { length: 255 }).notNull(),
    active: boolean("active").notNull().default(true),
    /** Grows with every change; a writer that read an older one is refused. */
    version: int("version").notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    unique("resources_tenant_id_uq").on(t.tenantId, t.id),
    foreignKey({
      name: "resources_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }),
  ],
);

/** A service with rows here needs one of these, buffers and gaps included. */
export const serviceResources = mysqlTable(
  "service_resources",
  {
    tenantId: tenantId(),
    serviceId: ref("service_id").notNull(),
    resourceId: ref("resource_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "service_resources_pk", columns: [t.tenantId, t.serviceId, t.resourceId] }),
    foreignKey({
      name: "service_resources_service_fk",
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "service_resources_resource_fk",
      columns: [t.tenantId, t.resourceId],
      foreignColumns: [resources.tenantId, resources.id],
    }).onDelete("cascade"),
  ],
);
