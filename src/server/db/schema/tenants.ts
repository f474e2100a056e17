import { sql } from "drizzle-orm";
import { check, int, mysqlEnum, mysqlTable, unique, varchar } from "drizzle-orm/mysql-core";
import { calendarSources, recordingConsents, tenantKinds, tenantStatuses } from "@/contracts/tenants";
import { timestamps, uuid } from "../columns";

export const tenants = mysqlTable(
  "tenants",
  {
    id: uuid("id").primaryKey(),
    name: varchar("name", { length: 255 }).notNull(),
    slug: varchar("slug", { length: 100 }).notNull(),
    /** SHA-256 of the tenant's main key; the key itself was shown once. */
    apiKey: varchar("api_key", { length: 255 }),
    balanceCents: int("balance_cents").notNull().default(0),
    calcomTeamSlug: varchar("calcom_team_slug", { length: 100 }),
    kind: mysqlEnum("kind", tenantKinds).notNull().default("other"),
    status: mysqlEnum("status", tenantStatuses).notNull().default("active"),
    timeZone: varchar("time_zone", { length: 64 }).notNull().default("Europe/Berlin"),
    calendarSource: mysqlEnum("calendar_source", calendarSources).notNull().default("own"),
    minNoticeMinutes: int("min_notice_minutes").notNull().default(60),
    bookingWindowDays: int("booking_window_days").notNull().default(90),
    slotStepMinutes: int("slot_step_minutes").notNull().default(15),
    recordingConsent: mysqlEnum("recording_consent", recordingConsents).notNull().default("never"),
    ...timestamps(),
  },
  (t) => [
    unique("tenants_slug_uq").on(t.slug),
    unique("tenants_api_key_uq").on(t.apiKey),
    check("tenants_slot_step_ck", sql`${t.slotStepMinutes} BETWEEN 5 AND 240`),
  ],
);
