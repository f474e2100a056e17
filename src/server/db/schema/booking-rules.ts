import { foreignKey, int, mysqlTable, unique, varchar } from "drizzle-orm/mysql-core";
import { id, ref, tenantId, timestamps } from "../columns";
import { branches } from "./branches";
import { services } from "./services";
import { tenants } from "./tenants";

/**
 * What a caller may still move or cancel. One row for the whole business, one per branch, one per service; the
 * narrower row wins field by field (service, then branch, then business), NULL leaves it to the wider one.
 */
export const bookingRules = mysqlTable(
  "booking_rules",
  {
    id: id(),
    tenantId: tenantId(),
    /** `tenant`, `branch:<id>` or `service:<id>`: unique where two NULLs would not be. */
    scope: varchar("scope", { length: 32 }).notNull(),
    branchId: ref("branch_id"),
    serviceId: ref("service_id"),
    /** Full hours before the start; 0 means until the start. */
    moveHoursBefore: int("move_hours_before"),
    cancelHoursBefore: int("cancel_hours_before"),
    /** How often one appointment may be moved. */
    maxMoves: int("max_moves"),
    /** How many appointments one customer may cancel in a calendar month. */
    maxCancellationsPerMonth: int("max_cancellations_per_month"),
    /** What is said where a late change costs something. */
    feeText: varchar("fee_text", { length: 500 }),
    ...timestamps(),
  },
  (t) => [
    unique("booking_rules_scope_uq").on(t.tenantId, t.scope),
    foreignKey({ name: "booking_rules_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({
      name: "booking_rules_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "booking_rules_service_fk",
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }).onDelete("cascade"),
  ],
);
