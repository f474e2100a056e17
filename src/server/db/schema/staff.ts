import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  int,
  mysqlTable,
  primaryKey,
  tinyint,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import { createdAt, id, instant, mediumblob, ref, sha256Hex, tenantId, timestamps } from "../columns";
import { branches } from "./branches";
import { tenants } from "./tenants";

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
    /** Number of the person's colour in the calendar, for good; null: by the order in which they came. */
    color: tinyint("color"),
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
    index("staff_time_off_ends_ix").on(t.tenantId, t.endsAt, t.startsAt),
    foreignKey({
      name: "staff_time_off_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }).onDelete("cascade"),
    check("staff_time_off_ck", sql`${t.startsAt} < ${t.endsAt}`),
  ],
);
