import { and, asc, between, eq, inArray, isNull, lt, or } from "drizzle-orm";
import type { FeedNames } from "@/contracts/calendar-feeds";
import { dayMs, hourMs } from "@/lib/calendar-time";
import type { Database } from "@/server/db";
import {
  appointmentStaff,
  appointments,
  branches,
  calendarFeeds,
  customers,
  services,
  staff,
  tenants,
} from "@/server/db/schema";
import { hashOfFile } from "./feed-token";

const lookBackDays = 30;
const mostEntries = 2_000;

export interface FeedEntry {
  id: number;
  start: Date;
  end: Date;
  status: (typeof appointments.$inferSelect)["status"];
  /** Grows with every change. */
  version: number;
  changedAt: Date;
  serviceName: string | null;
  branchName: string | null;
  branchAddress: string | null;
  /** As much of it as the feed may show. */
  customer: string | null;
}

export interface Feed {
  staffName: string;
  tenantName: string;
  entries: FeedEntry[];
}

/**
 * Somebody's appointments from a month ago to the end of the booking window, cancelled ones among them, so that a
 * calendar takes them out. Nothing for a link that never was, was renewed or revoked, whose owner has left or whose
 * business is suspended: all the same.
 */
export async function readFeed(db: Database, file: string, now = new Date()): Promise<Feed | undefined> {
  const tokenHash = hashOfFile(file);
  if (!tokenHash) return undefined;
  const [feed] = await db
    .select({
      tenantId: tenants.id,
      tenantName: tenants.name,
      windowDays: tenants.bookingWindowDays,
      staffId: staff.id,
      staffName: staff.name,
      names: calendarFeeds.names,
    })
    .from(calendarFeeds)
    .innerJoin(tenants, and(eq(tenants.id, calendarFeeds.tenantId), eq(tenants.status, "active")))
    .innerJoin(
      staff,
      and(
        eq(staff.tenantId, calendarFeeds.tenantId),
        eq(staff.id, calendarFeeds.staffId),
        eq(staff.active, true),
      ),
    )
    .where(eq(calendarFeeds.tokenHash, tokenHash));
  if (!feed) return undefined;
  await noteReading(db, tokenHash, now);
  const { tenantName, staffName } = feed;
  return { tenantName, staffName, entries: await listEntries(db, feed, now) };
}

/** At most once an hour: an owner wants to know whether a link is in use, not how eager a calendar is. */
async function noteReading(db: Database, tokenHash: string, now: Date): Promise<void> {
  const stale = or(
    isNull(calendarFeeds.lastReadAt),
    lt(calendarFeeds.lastReadAt, new Date(now.getTime() - hourMs)),
  );
  await db
    .update(calendarFeeds)
    .set({ lastReadAt: now })
    .where(and(eq(calendarFeeds.tokenHash, tokenHash), stale));
}

interface FeedScope {
  tenantId: string;
  staffId: number;
  windowDays: number;
  names: FeedNames;
}

async function listEntries(db: Database, scope: FeedScope, now: Date): Promise<FeedEntry[]> {
  const { tenantId, staffId, windowDays, names } = scope;
  const helping = db
    .select({ id: appointmentStaff.appointmentId })
    .from(appointmentStaff)
    .where(and(eq(appointmentStaff.tenantId, tenantId), eq(appointmentStaff.staffId, staffId)));
  const rows = await db
    .select({
      id: appointments.id,
      start: appointments.startTime,
      end: appointments.endTime,
      status: appointments.status,
      version: appointments.version,
      changedAt: appointments.updatedAt,
      attendeeName: appointments.attendeeName,
      customerName: customers.name,
      serviceName: services.name,
      branchName: branches.name,
      branchAddress: branches.address,
    })
    .from(appointments)
    .leftJoin(customers, and(eq(customers.tenantId, tenantId), eq(customers.id, appointments.customerId)))
    .leftJoin(services, and(eq(services.tenantId, tenantId), eq(services.id, appointments.serviceId)))
    .leftJoin(branches, and(eq(branches.tenantId, tenantId), eq(branches.id, appointments.branchId)))
    .where(
      and(
        eq(appointments.tenantId, tenantId),
        or(eq(appointments.staffId, staffId), inArray(appointments.id, helping)),
        between(
          appointments.startTime,
          new Date(now.getTime() - lookBackDays * dayMs),
          new Date(now.getTime() + (windowDays + 1) * dayMs),
        ),
      ),
    )
    .orderBy(asc(appointments.startTime), asc(appointments.id))
    .limit(mostEntries);
  return rows.map(({ attendeeName, customerName, ...entry }) => ({
    ...entry,
    customer: shortened(attendeeName ?? customerName, names),
  }));
}

/** "Anna-Lena von Berg" → "A. B." */
function shortened(name: string | null, names: FeedNames): string | null {
  if (!name || names === "none") return null;
  if (names === "full") return name;
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => `${[...(word ?? "")][0]}.`).join(" ") || null;
}
