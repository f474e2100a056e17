import {
  boolean,
  char,
  foreignKey,
  index,
  int,
  json,
  mysqlEnum,
  mysqlTable,
  primaryKey,
  text,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import { createdAt, id, instant, ref, tenantId, timestamps } from "../columns";
import { appointments } from "./appointments";
import { offers } from "./offers";
import { services } from "./services";
import { staff } from "./staff";
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
    /** Both sides were compared booking by booking. */
    comparedAt: instant("compared_at"),
    /** No request leaves before this: Cal.com asked for a pause, or does not answer. */
    pausedUntil: instant("paused_until"),
    /** Requests in a row that Cal.com did not answer. */
    failures: int("failures").notNull().default(0),
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
    /** While one process fetches its free times, and after a failure until the next attempt. */
    refreshLockedUntil: instant("refresh_locked_until"),
    /** Why the last fetch failed; NULL after one that did not. */
    refreshError: varchar("refresh_error", { length: 500 }),
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

/** The free times of one event type on one day, as Cal.com told them: what is offered in a call is read here. */
export const calcomSlotDays = mysqlTable(
  "calcom_slot_days",
  {
    tenantId: tenantId(),
    eventTypeId: ref("event_type_id").notNull(),
    /** UTC, "2026-11-24". */
    day: char("day", { length: 10 }).notNull(),
    /** Minutes after midnight UTC. */
    starts: json("starts").$type<number[]>().notNull(),
    /** When Cal.com was asked. */
    fetchedAt: instant("fetched_at").notNull(),
    /** Something happened there since: fetch again soon. */
    changedAt: instant("changed_at"),
  },
  (t) => [
    primaryKey({ name: "calcom_slot_days_pk", columns: [t.tenantId, t.eventTypeId, t.day] }),
    foreignKey({
      name: "calcom_slot_days_type_fk",
      columns: [t.tenantId, t.eventTypeId],
      foreignColumns: [calcomEventTypes.tenantId, calcomEventTypes.id],
    }).onDelete("cascade"),
  ],
);

/** Times that Cal.com keeps for a call of ours while it holds the offer; they lapse there by themselves. */
export const calcomReservations = mysqlTable(
  "calcom_reservations",
  {
    id: id(),
    tenantId: tenantId(),
    offerId: ref("offer_id").notNull(),
    /** Cal.com's number of the event type. */
    calcomEventTypeId: int("calcom_event_type_id").notNull(),
    startTime: instant("start_time").notNull(),
    /** Cal.com's uid of the reservation, not of a booking; NULL while it is being made. */
    uid: varchar("uid", { length: 191 }),
    until: instant("until").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("calcom_reservations_offer_uq").on(t.tenantId, t.offerId),
    index("calcom_reservations_start_ix").on(t.tenantId, t.startTime),
    foreignKey({
      name: "calcom_reservations_offer_fk",
      columns: [t.tenantId, t.offerId],
      foreignColumns: [offers.tenantId, offers.id],
    }).onDelete("cascade"),
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
    /** `missing`: Cal.com knows nothing of it any more. */
    status: mysqlEnum("status", ["accepted", "pending", "cancelled", "rejected", "missing"]).notNull(),
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
