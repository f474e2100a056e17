import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  int,
  mysqlEnum,
  mysqlTable,
  primaryKey,
  text,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import { appointmentSources, appointmentStatuses, syncStates } from "@/contracts/appointment-states";
import { id, instant, ref, sha256Hex, tenantId, timestamps } from "../columns";
import { branches } from "./branches";
import { calls } from "./calls";
import { customers } from "./customers";
import { offers } from "./offers";
import { resources } from "./resources";
import { services } from "./services";
import { staff } from "./staff";
import { tenants } from "./tenants";

/** Appointments that were booked together, all or none: a course of treatment. */
export const appointmentSeries = mysqlTable(
  "appointment_series",
  {
    id: id(),
    tenantId: tenantId(),
    /** Makes a retried request find its series instead of making a second one. */
    requestKey: varchar("request_key", { length: 191 }),
    ...timestamps(),
  },
  (t) => [
    unique("appointment_series_tenant_id_uq").on(t.tenantId, t.id),
    unique("appointment_series_request_uq").on(t.tenantId, t.requestKey),
    foreignKey({ name: "appointment_series_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

export const appointments = mysqlTable(
  "appointments",
  {
    id: id(),
    tenantId: tenantId(),
    customerId: ref("customer_id"),
    callId: ref("call_id"),
    staffId: ref("staff_id"),
    serviceId: ref("service_id"),
    branchId: ref("branch_id"),
    /** The room or device it takes place in, where the service needs one. */
    resourceId: ref("resource_id"),
    seriesId: ref("series_id"),
    startTime: instant("start_time").notNull(),
    endTime: instant("end_time").notNull(),
    /** `pending` waits for the outside calendar; only `scheduled` may be called booked. */
    status: mysqlEnum("status", appointmentStatuses).notNull(),
    notes: text("notes"),
    /** Cal.com's uid of the booking. */
    calcomBookingId: varchar("calcom_booking_id", { length: 255 }),
    /** Whom the appointment is for, where that is not the customer who booked it. */
    attendeeName: varchar("attendee_name", { length: 255 }),
    priceCents: int("price_cents").notNull().default(0),
    source: mysqlEnum("source", appointmentSources).notNull(),
    syncState: mysqlEnum("sync_state", syncStates).notNull().default("none"),
    syncError: varchar("sync_error", { length: 500 }),
    /** While an attempt at the outside calendar runs, and until the next one may start. */
    syncLockedUntil: instant("sync_locked_until"),
    syncAttempts: int("sync_attempts").notNull().default(0),
    /** Makes a retried request find its appointment instead of making a second one. */
    requestKey: varchar("request_key", { length: 191 }),
    /** SHA-256 of what that request asked for, where its sender must not reuse the key for something else. */
    requestHash: sha256Hex("request_hash"),
    cancelledAt: instant("cancelled_at"),
    cancellationReason: varchar("cancellation_reason", { length: 500 }),
    /** How often the customer moved it. */
    moveCount: int("move_count").notNull().default(0),
    /** Grows with every change; a writer that read an older one is refused. */
    version: int("version").notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    unique("appointments_tenant_id_uq").on(t.tenantId, t.id),
    unique("appointments_request_uq").on(t.tenantId, t.requestKey),
    unique("appointments_calcom_uq").on(t.tenantId, t.calcomBookingId),
    index("appointments_start_ix").on(t.tenantId, t.startTime, t.id),
    index("appointments_staff_ix").on(t.tenantId, t.staffId, t.startTime),
    index("appointments_staff_status_ix").on(t.tenantId, t.staffId, t.status, t.startTime),
    index("appointments_branch_ix").on(t.tenantId, t.branchId, t.startTime),
    index("appointments_branch_status_ix").on(t.tenantId, t.branchId, t.status, t.startTime),
    index("appointments_status_ix").on(t.tenantId, t.status, t.startTime),
    index("appointments_customer_ix").on(t.tenantId, t.customerId, t.startTime),
    index("appointments_due_ix").on(t.status, t.endTime),
    index("appointments_sync_ix").on(t.syncState, t.updatedAt),
    index("appointments_unsynced_ix").on(t.tenantId, t.syncState, t.startTime),
    foreignKey({ name: "appointments_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({
      name: "appointments_customer_fk",
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
    }),
    foreignKey({
      name: "appointments_call_fk",
      columns: [t.tenantId, t.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }),
    foreignKey({
      name: "appointments_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }),
    foreignKey({
      name: "appointments_service_fk",
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }),
    foreignKey({
      name: "appointments_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }),
    foreignKey({
      name: "appointments_resource_fk",
      columns: [t.tenantId, t.resourceId],
      foreignColumns: [resources.tenantId, resources.id],
    }),
    foreignKey({
      name: "appointments_series_fk",
      columns: [t.tenantId, t.seriesId],
      foreignColumns: [appointmentSeries.tenantId, appointmentSeries.id],
    }),
    check("appointments_time_ck", sql`${t.startTime} < ${t.endTime}`),
  ],
);

/** Who else takes part, where the service needs more than one person; `staff_id` names the first. */
export const appointmentStaff = mysqlTable(
  "appointment_staff",
  {
    tenantId: tenantId(),
    appointmentId: ref("appointment_id").notNull(),
    staffId: ref("staff_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "appointment_staff_pk", columns: [t.tenantId, t.appointmentId, t.staffId] }),
    index("appointment_staff_staff_ix").on(t.tenantId, t.staffId),
    foreignKey({
      name: "appointment_staff_appointment_fk",
      columns: [t.tenantId, t.appointmentId],
      foreignColumns: [appointments.tenantId, appointments.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "appointment_staff_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }),
  ],
);

/**
 * Taken staff time, one row per five minutes, buffers included, owned by an appointment or, for a few minutes, by an
 * offer that is held for a call. The primary key is what makes a double booking impossible: no two owners share a cell.
 */
export const staffTimeCells = mysqlTable(
  "staff_time_cells",
  {
    tenantId: tenantId(),
    staffId: ref("staff_id").notNull(),
    cellStart: instant("cell_start").notNull(),
    appointmentId: ref("appointment_id"),
    offerId: ref("offer_id"),
  },
  (t) => [
    primaryKey({ name: "staff_time_cells_pk", columns: [t.tenantId, t.staffId, t.cellStart] }),
    index("staff_time_cells_appointment_ix").on(t.tenantId, t.appointmentId),
    index("staff_time_cells_offer_ix").on(t.tenantId, t.offerId),
    foreignKey({
      name: "staff_time_cells_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }),
    foreignKey({
      name: "staff_time_cells_appointment_fk",
      columns: [t.tenantId, t.appointmentId],
      foreignColumns: [appointments.tenantId, appointments.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "staff_time_cells_offer_fk",
      columns: [t.tenantId, t.offerId],
      foreignColumns: [offers.tenantId, offers.id],
    }).onDelete("cascade"),
    check("staff_time_cells_owner_ck", sql`(${t.appointmentId} IS NULL) <> (${t.offerId} IS NULL)`),
  ],
);

/** Taken time of rooms and devices: the same rule, the same guarantee. */
export const resourceTimeCells = mysqlTable(
  "resource_time_cells",
  {
    tenantId: tenantId(),
    resourceId: ref("resource_id").notNull(),
    cellStart: instant("cell_start").notNull(),
    appointmentId: ref("appointment_id"),
    offerId: ref("offer_id"),
  },
  (t) => [
    primaryKey({ name: "resource_time_cells_pk", columns: [t.tenantId, t.resourceId, t.cellStart] }),
    index("resource_time_cells_appointment_ix").on(t.tenantId, t.appointmentId),
    index("resource_time_cells_offer_ix").on(t.tenantId, t.offerId),
    foreignKey({
      name: "resource_time_cells_resource_fk",
      columns: [t.tenantId, t.resourceId],
      foreignColumns: [resources.tenantId, resources.id],
    }),
    foreignKey({
      name: "resource_time_cells_appointment_fk",
      columns: [t.tenantId, t.appointmentId],
      foreignColumns: [appointments.tenantId, appointments.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "resource_time_cells_offer_fk",
      columns: [t.tenantId, t.offerId],
      foreignColumns: [offers.tenantId, offers.id],
    }).onDelete("cascade"),
    check("resource_time_cells_owner_ck", sql`(${t.appointmentId} IS NULL) <> (${t.offerId} IS NULL)`),
  ],
);
