import { foreignKey, int, mysqlEnum, mysqlTable, unique, varchar } from "drizzle-orm/mysql-core";
import { id, instant, ref, tenantId, timestamps } from "../columns";
import { branches } from "./branches";
import { tenants } from "./tenants";

/** A voice agent at Retell. */
export const agents = mysqlTable(
  "agents",
  {
    id: id(),
    tenantId: tenantId(),
    name: varchar("name", { length: 255 }).notNull(),
    retellAgentId: varchar("retell_agent_id", { length: 255 }).notNull(),
    version: int("version").notNull().default(0),
    language: varchar("language", { length: 16 }).notNull().default("de-DE"),
    status: mysqlEnum("status", ["draft", "published", "retired"]).notNull().default("published"),
    /** When `version` was last published at Retell as this code expects it; calls are answered by exactly that one. */
    reconciledAt: instant("reconciled_at"),
    ...timestamps(),
  },
  (t) => [
    unique("agents_tenant_id_uq").on(t.tenantId, t.id),
    unique("agents_retell_uq").on(t.tenantId, t.retellAgentId),
    foreignKey({ name: "agents_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** The called number decides tenant, branch and agent. One number belongs to one tenant, platform-wide. */
export const phoneNumbers = mysqlTable(
  "phone_numbers",
  {
    id: id(),
    tenantId: tenantId(),
    phoneNumber: varchar("phone_number", { length: 20 }).notNull(),
    label: varchar("label", { length: 100 }),
    branchId: ref("branch_id").notNull(),
    agentId: ref("agent_id"),
    ...timestamps(),
  },
  (t) => [
    unique("phone_numbers_number_uq").on(t.phoneNumber),
    unique("phone_numbers_tenant_id_uq").on(t.tenantId, t.id),
    foreignKey({
      name: "phone_numbers_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }),
    foreignKey({
      name: "phone_numbers_agent_fk",
      columns: [t.tenantId, t.agentId],
      foreignColumns: [agents.tenantId, agents.id],
    }),
  ],
);
