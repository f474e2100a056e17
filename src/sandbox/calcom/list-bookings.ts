import { z } from "zod";
import type { Booking, CalcomAccount } from "./account";
import { badRequest } from "./refusal";

const csv = z.string().transform((text) => text.split(",").map((part) => part.trim()));
const instant = z.iso.datetime({ offset: true }).transform(Date.parse);
const order = z.enum(["asc", "desc"]);

const querySchema = z.object({
  status: csv.optional(),
  attendeeEmail: z.string().optional(),
  attendeeName: z.string().optional(),
  bookingUid: z.string().optional(),
  eventTypeIds: csv.optional(),
  eventTypeId: z.string().optional(),
  afterStart: instant.optional(),
  beforeEnd: instant.optional(),
  afterCreatedAt: instant.optional(),
  beforeCreatedAt: instant.optional(),
  afterUpdatedAt: instant.optional(),
  beforeUpdatedAt: instant.optional(),
  sortStart: order.optional(),
  sortEnd: order.optional(),
  sortCreated: order.optional(),
  sortUpdatedAt: order.optional(),
  take: z.coerce.number().int().min(1).max(250).default(100),
  skip: z.coerce.number().int().min(0).default(0),
});
type Query = z.output<typeof querySchema>;

function hasStatus(booking: Booking, wanted: string): boolean {
  const isOver = Date.parse(booking.end) < Date.now();
  const isLive = booking.status === "accepted" || booking.status === "pending";
  if (wanted === "upcoming") return isLive && !isOver;
  if (wanted === "past") return isLive && isOver;
  if (wanted === "cancelled") return !isLive;
  return wanted === "unconfirmed" && booking.status === "pending";
}

function matches(booking: Booking, query: Query): boolean {
  const { attendee } = booking;
  const within = (value: string, after: number | undefined, before: number | undefined) =>
    Date.parse(value) >= (after ?? Number.NEGATIVE_INFINITY) &&
    Date.parse(value) <= (before ?? Number.POSITIVE_INFINITY);
  const types = query.eventTypeIds ?? (query.eventTypeId ? [query.eventTypeId] : undefined);
  return (
    (query.status?.some((wanted) => hasStatus(booking, wanted)) ?? true) &&
    (query.attendeeEmail === undefined || attendee.email === query.attendeeEmail) &&
    (query.attendeeName === undefined || attendee.name === query.attendeeName) &&
    (query.bookingUid === undefined || booking.uid === query.bookingUid) &&
    (types?.includes(String(booking.eventTypeId)) ?? true) &&
    within(booking.start, query.afterStart, undefined) &&
    within(booking.end, undefined, query.beforeEnd) &&
    within(booking.createdAt, query.afterCreatedAt, query.beforeCreatedAt) &&
    within(booking.updatedAt, query.afterUpdatedAt, query.beforeUpdatedAt)
  );
}

function sort(bookings: Booking[], query: Query): Booking[] {
  const keys = [
    [query.sortStart, (b: Booking) => b.start],
    [query.sortEnd, (b: Booking) => b.end],
    [query.sortCreated, (b: Booking) => b.createdAt],
    [query.sortUpdatedAt, (b: Booking) => b.updatedAt],
  ] as const;
  const [direction, key] = keys.find(([wanted]) => wanted !== undefined) ?? ["asc", (b: Booking) => b.start];
  const sign = direction === "desc" ? -1 : 1;
  return bookings.sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id));
}

/** One page of bookings and where it stands among all. */
export function listBookings(account: CalcomAccount, search: URLSearchParams) {
  const parsed = querySchema.safeParse(Object.fromEntries(search));
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
  const { take, skip } = parsed.data;
  const found = sort(
    account.bookings.values().filter((booking) => matches(booking, parsed.data)),
    parsed.data,
  );
  const page = found.slice(skip, skip + take);
  const remaining = Math.max(0, found.length - skip - page.length);
  return {
    page,
    pagination: {
      totalItems: found.length,
      remainingItems: remaining,
      returnedItems: page.length,
      itemsPerPage: take,
      currentPage: Math.floor(skip / take) + 1,
      totalPages: Math.ceil(found.length / take),
      hasNextPage: remaining > 0,
      hasPreviousPage: skip > 0,
    },
  };
}
