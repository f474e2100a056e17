import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  int,
  json,
  mysqlEnum,
  mysqlTable,
  primaryKey,
  text,
  tinyint,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import { federalStates } from "@/contracts/tenants";
import { createdAt, id, instant, mediumblob, ref, sha256Hex, tenantId, timestamps } from "../columns";
import { customers } from "./customers";
import { tenants } from "./tenants";

export const branches = mysqlTable(
  "branches",
  {
    id: id(),
    tenantId: tenantId(),
    /** The customer record of the business that runs this branch, where one is kept. */
    customerId: ref("customer_id"),
    name: varchar("name", { length: 255 }).notNull(),
    address: text("address"),
    phone: varchar("phone", { length: 20 }),
    /** Bundesland, for public holidays. */
    federalState: mysqlEnum("federal_state", federalStates).notNull(),
    timeZone: varchar("time_zone", { length: 64 }).notNull().default("Europe/Berlin"),
    active: boolean("active").notNull().default(true),
    /** Grows with every change; a writer that read an older one is refused. */
    version: int("version").notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    unique("branches_tenant_id_uq").on(t.tenantId, t.id),
    foreignKey({ name: "branches_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({
      name: "branches_customer_fk",
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
    }),
  ],
);

/** Weekly opening of a branch. Minutes since local midnight; weekday 1 = Monday … 7 = Sunday. */
export const openingHours = mysqlTable(
  "opening_hours",
  {
    id: id(),
    tenantId: tenantId(),
    branchId: ref("branch_id").notNull(),
    weekday: tinyint("weekday").notNull(),
    startsMinute: int("starts_minute").notNull(),
    endsMinute: int("ends_minute").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("opening_hours_uq").on(t.tenantId, t.branchId, t.weekday, t.startsMinute),
    foreignKey({
      name: "opening_hours_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }).onDelete("cascade"),
    check(
      "opening_hours_ck",
      sql`${t.weekday} BETWEEN 1 AND 7 AND ${t.startsMinute} >= 0 AND ${t.endsMinute} <= 1440 AND ${t.startsMinute} < ${t.endsMinute}`,
    ),
  ],
);

/** Days a branch is closed beyond weekly hours and public holidays (local calendar days, both inclusive). */
export const branchClosures = mysqlTable(
  "branch_closures",
  {
    id: id(),
    tenantId: tenantId(),
    branchId: ref("branch_id").notNull(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    endsOn: date("ends_on", { mode: "string" }).notNull(),
    reason: varchar("reason", { length: 255 }),
    ...timestamps(),
  },
  (t) => [
    index("branch_closures_ix").on(t.tenantId, t.branchId, t.endsOn),
    foreignKey({
      name: "branch_closures_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }).onDelete("cascade"),
  ],
);

/** Statutory holidays; filled from the holiday library, the same for every tenant. */
export const publicHolidays = mysqlTable(
  "public_holidays",
  {
    federalState: mysqlEnum("federal_state", federalStates).notNull(),
    day: date("day", { mode: "string" }).notNull(),
    name: varchar("name", { length: 100 }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "public_holidays_pk", columns: [t.federalState, t.day] })],
);

export const staff = mysqlTable(
  "staff",
  {
    id: id(),
    tenantId: tenantId(),
    name: varchar("name", { length: 255 }).notNull(),
    email: varchar("email", { length: 255 }),
    phone: varchar("phone", { length: 20 }),
    homeBranchId: ref("home_branch_id"),
    active: boolean("active").notNull().default(true),
    /** When an appointment with this person was last made; who waited longest is next where nobody is wished. */
    lastBookedAt: instant("last_booked_at"),
    /** Grows with every change; a writer that read an older one is refused. */
    version: int("version").notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    unique("staff_tenant_id_uq").on(t.tenantId, t.id),
    foreignKey({ name: "staff_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({
      name: "staff_home_branch_fk",
      columns: [t.tenantId, t.homeBranchId],
      foreignColumns: [branches.tenantId, branches.id],
    }),
  ],
);

/** A person's portrait, made small and without the camera's data before it is kept. */
export const staffPhotos = mysqlTable(
  "staff_photos",
  {
    tenantId: tenantId(),
    staffId: ref("staff_id").notNull(),
    /** WebP. */
    image: mediumblob("image").notNull(),
    /** SHA-256 of the image: tells browsers whether theirs is still the one. */
    digest: sha256Hex("digest").notNull(),
    ...timestamps(),
  },
  (t) => [
    primaryKey({ name: "staff_photos_pk", columns: [t.tenantId, t.staffId] }),
    foreignKey({
      name: "staff_photos_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }).onDelete("cascade"),
  ],
);

/** Weekly working time of a person at a branch. Same units as `opening_hours`. */
export const staffWorkingHours = mysqlTable(
  "staff_working_hours",
  {
    id: id(),
    tenantId: tenantId(),
    staffId: ref("staff_id").notNull(),
    branchId: ref("branch_id").notNull(),
    weekday: tinyint("weekday").notNull(),
    startsMinute: int("starts_minute").notNull(),
    endsMinute: int("ends_minute").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("staff_working_hours_uq").on(t.tenantId, t.staffId, t.weekday, t.startsMinute),
    index("staff_working_hours_branch_ix").on(t.tenantId, t.branchId, t.weekday),
    foreignKey({
      name: "staff_working_hours_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "staff_working_hours_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }).onDelete("cascade"),
    check(
      "staff_working_hours_ck",
      sql`${t.weekday} BETWEEN 1 AND 7 AND ${t.startsMinute} >= 0 AND ${t.endsMinute} <= 1440 AND ${t.startsMinute} < ${t.endsMinute}`,
    ),
  ],
);

/** Working time on one calendar day of the branch: a day with rows here has these hours instead of the weekly ones. */
export const staffSpecialHours = mysqlTable(
  "staff_special_hours",
  {
    tenantId: tenantId(),
    staffId: ref("staff_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    startsMinute: int("starts_minute").notNull(),
    endsMinute: int("ends_minute").notNull(),
    branchId: ref("branch_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "staff_special_hours_pk", columns: [t.tenantId, t.staffId, t.day, t.startsMinute] }),
    foreignKey({
      name: "staff_special_hours_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "staff_special_hours_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }).onDelete("cascade"),
    check(
      "staff_special_hours_ck",
      sql`${t.startsMinute} >= 0 AND ${t.endsMinute} <= 1440 AND ${t.startsMinute} < ${t.endsMinute}`,
    ),
  ],
);

export const staffTimeOff = mysqlTable(
  "staff_time_off",
  {
    id: id(),
    tenantId: tenantId(),
    staffId: ref("staff_id").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    reason: varchar("reason", { length: 255 }),
    ...timestamps(),
  },
  (t) => [
    index("staff_time_off_ix").on(t.tenantId, t.staffId, t.endsAt),
    foreignKey({
      name: "staff_time_off_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }).onDelete("cascade"),
    check("staff_time_off_ck", sql`${t.startsAt} < ${t.endsAt}`),
  ],
);

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
