import { createHash } from "node:crypto";
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from "ical-generator";
import { clientAddress } from "@/server/auth/client-address";
import { type Limit, takePoint } from "@/server/auth/rate-limiter";
import { createPlatformContext } from "@/server/domain/_core/platform-context";
import { type Feed, type FeedEntry, readFeed } from "@/server/domain/calendar-feeds/read-feed";
import { logger } from "@/server/logger";

/** Calendars ask every few minutes at most, one network may be home to many. */
const perAddress: Limit = { name: "calendar-feed", points: 120, windowSeconds: 60 };
const askAgainSeconds = 15 * 60;

interface FeedRoute {
  params: Promise<{ file: string }>;
}

/** Somebody's appointments for the calendar on their phone; the address alone opens it. */
export async function handleFeed(request: Request, { params }: FeedRoute): Promise<Response> {
  const { db, requestId } = createPlatformContext({ type: "job", name: "calendar-feed" });
  try {
    const address = clientAddress(request.headers.get("x-forwarded-for")) ?? "unknown";
    const { allowed, resetMs } = await takePoint(db, perAddress, address);
    if (!allowed) return refusal(429, { "Retry-After": String(Math.ceil(resetMs / 1000)) });
    const feed = await readFeed(db, (await params).file);
    return feed ? answer(request, writeCalendar(feed)) : refusal(404);
  } catch (error) {
    logger.error({ err: error, requestId }, "calendar feed failed");
    return refusal(503, { "Retry-After": "60" });
  }
}

const refusal = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { ...headers, "Cache-Control": "no-store" } });

function answer(request: Request, calendar: string): Response {
  const digest = createHash("sha256").update(calendar).digest("base64url");
  const headers = {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": 'inline; filename="termine.ics"',
    "Cache-Control": "private, no-cache",
    "X-Robots-Tag": "noindex",
    ETag: `"${digest}"`,
  };
  if (request.headers.get("if-none-match") === headers.ETag)
    return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : calendar, { headers });
}

/** RFC 5545. Times in UTC: an instant needs no zone, and every calendar shows it on the wall of its owner. */
export function writeCalendar({ staffName, tenantName, entries }: Feed): string {
  const calendar = ical({
    name: `${staffName} · ${tenantName}`,
    prodId: { company: "AskProAI", product: "Termine", language: "DE" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: askAgainSeconds,
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry));
  return calendar.toString();
}

const statuses: Record<FeedEntry["status"], ICalEventStatus> = {
  pending: ICalEventStatus.TENTATIVE,
  scheduled: ICalEventStatus.CONFIRMED,
  completed: ICalEventStatus.CONFIRMED,
  no_show: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};

/** The same appointment says the same bytes until it changes; that is what the ETag rests on. */
function eventOf(entry: FeedEntry) {
  const { id, start, end, status, version, changedAt, serviceName, customer, branchName, branchAddress } =
    entry;
  return {
    id: `appointment-${id}@askproai`,
    start,
    end,
    stamp: changedAt,
    lastModified: changedAt,
    sequence: version,
    status: statuses[status],
    class: ICalEventClass.PRIVATE,
    summary: [serviceName ?? "Termin", customer].filter(Boolean).join(" · "),
    location: [branchName, branchAddress].filter(Boolean).join(", ") || null,
  };
}
