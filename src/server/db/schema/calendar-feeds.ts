import { foreignKey, mysqlEnum, mysqlTable, primaryKey, unique } from "drizzle-orm/mysql-core";
import { feedNames } from "@/contracts/calendar-feeds";
import { instant, ref, sha256Hex, tenantId, timestamps } from "../columns";
import { staff } from "./staff";

/** A person's appointments for the calendar on their phone. Whoever has the link reads them, so there is one at most. */
export const calendarFeeds = mysqlTable(
  "calendar_feeds",
  {
    tenantId: tenantId(),
    staffId: ref("staff_id").notNull(),
    /** SHA-256 of the link's token, which was shown once. */
    tokenHash: sha256Hex("token_hash").notNull(),
    /** How much of a customer's name leaves the house. */
    names: mysqlEnum("names", feedNames).notNull().default("initials"),
    /** When a calendar last asked, to the hour. */
    lastReadAt: instant("last_read_at"),
    ...timestamps(),
  },
  (t) => [
    primaryKey({ name: "calendar_feeds_pk", columns: [t.tenantId, t.staffId] }),
    unique("calendar_feeds_token_uq").on(t.tokenHash),
    foreignKey({
      name: "calendar_feeds_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }).onDelete("cascade"),
  ],
);
