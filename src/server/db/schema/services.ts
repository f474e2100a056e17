import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  int,
  json,
  mysqlTable,
  primaryKey,
  text,
  tinyint,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import { createdAt, id, ref, tenantId, timestamps } from "../columns";
import { staff } from "./staff";
import { tenants } from "./tenants";

export const services = mysqlTable(
  "services",
  {
    id: id(),
    tenantId: tenantId(),
    name: varchar("name", { length: 255 }).notNull(),
    description: text("description"),
    /** Multiples of five, like the buffers: staff time is booked in cells of five minutes. */
    durationMinutes: int("duration_minutes").notNull(),
    priceCents: int("price_cents").notNull().default(0),
    bufferBeforeMinutes: int("buffer_before_minutes").notNull().default(0),
    bufferAfterMinutes: int("buffer_after_minutes").notNull().default(0),
    /** How many qualified people take part at once. */
    staffNeeded: tinyint("staff_needed").notNull().default(1),
    /** Other names callers use for it. */
    synonyms: json("synonyms").$type<string[]>().notNull(),
    active: boolean("active").notNull().default(true),
    /** Grows with every change; a writer that read an older one is refused. */
    version: int("version").notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    unique("services_tenant_id_uq").on(t.tenantId, t.id),
    foreignKey({ name: "services_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    check(
      "services_duration_ck",
      sql`${t.durationMinutes} BETWEEN 5 AND 720 AND ${t.durationMinutes} % 5 = 0 AND ${t.bufferBeforeMinutes} % 5 = 0 AND ${t.bufferAfterMinutes} % 5 = 0`,
    ),
  ],
);

/** Stretches inside a service in which the person is free while it works by itself: colour, perm. */
export const serviceGaps = mysqlTable(
  "service_gaps",
  {
    tenantId: tenantId(),
    serviceId: ref("service_id").notNull(),
    /** Minutes since the start of the service; multiples of five. */
    startsMinute: int("starts_minute").notNull(),
    endsMinute: int("ends_minute").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "service_gaps_pk", columns: [t.tenantId, t.serviceId, t.startsMinute] }),
    foreignKey({
      name: "service_gaps_service_fk",
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }).onDelete("cascade"),
    check(
      "service_gaps_ck",
      sql`${t.startsMinute} > 0 AND ${t.startsMinute} < ${t.endsMinute} AND ${t.startsMinute} % 5 = 0 AND ${t.endsMinute} % 5 = 0`,
    ),
  ],
);

/** Who is qualified for what. */
export const staffServices = mysqlTable(
  "staff_services",
  {
    tenantId: tenantId(),
    staffId: ref("staff_id").notNull(),
    serviceId: ref("service_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "staff_services_pk", columns: [t.tenantId, t.staffId, t.serviceId] }),
    index("staff_services_service_ix").on(t.tenantId, t.serviceId),
    foreignKey({
      name: "staff_services_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "staff_services_service_fk",
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }).onDelete("cascade"),
  ],
);
