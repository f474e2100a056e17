import { foreignKey, index, int, mysqlEnum, mysqlTable, text, unique, varchar } from "drizzle-orm/mysql-core";
import { callbackOutcomes, callbackStatuses, priorities } from "@/contracts/calls";
import { id, instant, ref, tenantId, timestamps } from "../columns";
import { appointments } from "./appointments";
import { branches } from "./branches";
import { calls } from "./calls";
import { customers } from "./customers";
import { users } from "./identity";
import { tenants } from "./tenants";

export const callbacks = mysqlTable(
  "callbacks",
  {
    id: id(),
    tenantId: tenantId(),
    callId: ref("call_id"),
    customerId: ref("customer_id"),
    branchId: ref("branch_id"),
    name: varchar("name", { length: 255 }),
    phone: varchar("phone", { length: 20 }),
    reason: varchar("reason", { length: 1000 }),
    preferredTime: varchar("preferred_time", { length: 255 }),
    priority: mysqlEnum("priority", priorities).notNull().default("normal"),
    status: mysqlEnum("status", callbackStatuses).notNull().default("open"),
    dueAt: instant("due_at").notNull(),
    /** Who is on it. A claim counts for `claimMinutes` from `claimed_at`; then somebody else may take over. */
    claimedBy: ref("claimed_by"),
    claimedAt: instant("claimed_at"),
    /** How often nobody was reached. */
    attempts: int("attempts").notNull().default(0),
    outcome: mysqlEnum("outcome", callbackOutcomes),
    /** The booking that made the callback unnecessary. */
    appointmentId: ref("appointment_id"),
    /** What the team wrote down about it. */
    notes: text("notes"),
    /** NULL as long as somebody has to call. */
    completedAt: instant("completed_at"),
    completedBy: ref("completed_by"),
    ...timestamps(),
  },
  (t) => [
    unique("callbacks_tenant_id_uq").on(t.tenantId, t.id),
    index("callbacks_due_ix").on(t.tenantId, t.status, t.dueAt),
    index("callbacks_worklist_ix").on(t.tenantId, t.completedAt, t.dueAt, t.id),
    index("callbacks_priority_ix").on(t.tenantId, t.completedAt, t.priority, t.dueAt, t.id),
    index("callbacks_mine_ix").on(t.tenantId, t.completedAt, t.claimedBy, t.dueAt, t.id),
    index("callbacks_phone_ix").on(t.tenantId, t.phone, t.completedAt),
    index("callbacks_customer_id_ix").on(t.tenantId, t.customerId),
    foreignKey({ name: "callbacks_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({
      name: "callbacks_call_fk",
      columns: [t.tenantId, t.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }),
    foreignKey({
      name: "callbacks_customer_fk",
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
    }),
    foreignKey({
      name: "callbacks_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }),
    foreignKey({
      name: "callbacks_appointment_fk",
      columns: [t.tenantId, t.appointmentId],
      foreignColumns: [appointments.tenantId, appointments.id],
    }),
    // People of the platform claim, too: they belong to no tenant.
    foreignKey({ name: "callbacks_claimed_by_fk", columns: [t.claimedBy], foreignColumns: [users.id] }),
    foreignKey({ name: "callbacks_completed_by_fk", columns: [t.completedBy], foreignColumns: [users.id] }),
  ],
);
