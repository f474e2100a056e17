import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  int,
  mysqlEnum,
  mysqlTable,
  primaryKey,
  text,
  tinyint,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import { federalStates } from "@/contracts/tenants";
import { createdAt, id, ref, tenantId, timestamps } from "../columns";
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

/**
 * Opening on one calendar day of the branch: a day with rows here has these hours instead of the weekly ones, even on a
 * public holiday; a closure beats them.
 */
export const branchSpecialHours = mysqlTable(
  "branch_special_hours",
  {
    tenantId: tenantId(),
    branchId: ref("branch_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    startsMinute: int("starts_minute").notNull(),
    endsMinute: int("ends_minute").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "branch_special_hours_pk", columns: [t.tenantId, t.branchId, t.day, t.startsMinute] }),
    foreignKey({
      name: "branch_special_hours_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }).onDelete("cascade"),
    check(
      "branch_special_hours_ck",
      sql`${t.startsMinute} >= 0 AND ${t.endsMinute} <= 1440 AND ${t.startsMinute} < ${t.endsMinute}`,
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
