import { sql } from "drizzle-orm";
import { boolean, check, index, int, mysqlEnum, mysqlTable, unique, varchar } from "drizzle-orm/mysql-core";
import {
  calendarSources,
  callerProofs,
  recordingConsents,
  tenantKinds,
  tenantStatuses,
} from "@/contracts/tenants";
import { instant, timestamps, uuid } from "../columns";

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
    /** While `status` is suspended: since when, and why. */
    suspendedAt: instant("suspended_at"),
    suspensionReason: varchar("suspension_reason", { length: 500 }),
    timeZone: varchar("time_zone", { length: 64 }).notNull().default("Europe/Berlin"),
    calendarSource: mysqlEnum("calendar_source", calendarSources).notNull().default("own"),
    minNoticeMinutes: int("min_notice_minutes").notNull().default(60),
    bookingWindowDays: int("booking_window_days").notNull().default(90),
    slotStepMinutes: int("slot_step_minutes").notNull().default(15),
    recordingConsent: mysqlEnum("recording_consent", recordingConsents).notNull().default("never"),
    /** The phone books, moves and cancels only after the caller agreed to this very slot. */
    spokenYesRequired: boolean("spoken_yes_required").notNull().default(true),
    /** How long an offered time is kept for the call it was offered in. */
    holdMinutes: int("hold_minutes").notNull().default(3),
    /** What a caller has to name, beside calling from the number, before an appointment is changed. */
    callerProof: mysqlEnum("caller_proof", callerProofs).notNull().default("number"),
    /** Says "halb drei" instead of "14 Uhr 30". */
    saysHalfHours: boolean("says_half_hours").notNull().default(false),
    ...timestamps(),
  },
  (t) => [
    unique("tenants_slug_uq").on(t.slug),
    unique("tenants_api_key_uq").on(t.apiKey),
    index("tenants_name_ix").on(t.name),
    index("tenants_status_ix").on(t.status, t.name),
    check("tenants_hold_ck", sql`${t.holdMinutes} BETWEEN 1 AND 15`),
    check("tenants_slot_step_ck", sql`${t.slotStepMinutes} BETWEEN 5 AND 240`),
  ],
);
