import {
  boolean,
  foreignKey,
  index,
  int,
  mysqlEnum,
  mysqlTable,
  text,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import { id, instant, ref, tenantId, timestamps } from "../columns";
import { appointments } from "./appointments";
import { services, staff } from "./business";
import { tenants } from "./tenants";

/** How a tenant reaches its Cal.com: hosted or self-hosted, a team or a single user. */
export const calcomConnections = mysqlTable(
  "calcom_connections",
  {
    id: id(),
    tenantId: tenantId(),
    baseUrl: varchar("base_url", { length: 255 }).notNull(),
    apiKeyEncrypted: text("api_key_encrypted").notNull(),
    /** Owner of the event types where there is no team. */
    username: varchar("username", { length: 100 }),
    organizerEmail: varchar("organizer_email", { length: 255 }),
    /** Bookings changed at Cal.com up to here are known. */
    polledUntil: instant("polled_until"),
    lastError: varchar("last_error", { length: 500 }),
    ...timestamps(),
  },
  (t) => [
    unique("calcom_connections_tenant_uq").on(t.tenantId),
    foreignKey({ name: "calcom_connections_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** Cal.com's event types, mapped to service × staff. */
export const calcomEventTypes = mysqlTable(
  "calcom_event_types",
  {
    id: id(),
    tenantId: tenantId(),
    staffId: ref("staff_id"),
    serviceId: ref("service_id"),
    calcomId: int("calcom_id").notNull(),
    title: varchar("title", { length: 255 }).notNull(),
    slug: varchar("slug", { length: 255 }).notNull(),
    /** Minutes. */
    length: int("length").notNull(),
    active: boolean("active").notNull().default(true),
    ...timestamps(),
  },
  (t) => [
    unique("calcom_event_types_tenant_id_uq").on(t.tenantId, t.id),
    unique("calcom_event_types_calcom_uq").on(t.tenantId, t.calcomId),
    index("calcom_event_types_calcom_ix").on(t.calcomId),
    foreignKey({ name: "calcom_event_types_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({
      name: "calcom_event_types_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }),
    foreignKey({
      name: "calcom_event_types_service_fk",
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }),
  ],
);

/** Bookings as Cal.com has them, ours and others'. */
export const calcomBookings = mysqlTable(
  "calcom_bookings",
  {
    id: id(),
    tenantId: tenantId(),
    appointmentId: ref("appointment_id"),
    /** Cal.com's numeric id, unique only within one Cal.com; NULL until told. */
    calcomBookingId: int("calcom_booking_id"),
    uid: varchar("uid", { length: 191 }),
    startTime: instant("start_time").notNull(),
    endTime: instant("end_time").notNull(),
    attendeeEmail: varchar("attendee_email", { length: 255 }),
    attendeeName: varchar("attendee_name", { length: 255 }),
    calcomEventTypeId: int("calcom_event_type_id"),
    status: mysqlEnum("status", ["accepted", "pending", "cancelled", "rejected"]).notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("calcom_bookings_tenant_id_uq").on(t.tenantId, t.id),
    unique("calcom_bookings_calcom_uq").on(t.tenantId, t.calcomBookingId),
    unique("calcom_bookings_uid_uq").on(t.tenantId, t.uid),
    foreignKey({ name: "calcom_bookings_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({
      name: "calcom_bookings_appointment_fk",
      columns: [t.tenantId, t.appointmentId],
      foreignColumns: [appointments.tenantId, appointments.id],
    }),
  ],
);
