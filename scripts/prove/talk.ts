import { randomUUID } from "node:crypto";
import { minuteMs } from "@/lib/calendar-time";
import type { Database } from "@/server/db";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import type { AppointmentRow } from "@/server/domain/appointments/appointment";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { bookSeries } from "@/server/domain/appointments/book-series";
import { findSlots } from "@/server/domain/availability/find-slots";
import { holdTogether, holdTogetherLonger } from "@/server/domain/offers/hold-together";
import { makeOffers } from "@/server/domain/offers/make-offers";
import type { OfferRow } from "@/server/domain/offers/offer";
import { releaseHolds } from "@/server/domain/offers/release-holds";
import type { Held } from "./journal";
import type { Random } from "./random";
import { type World, worldContext } from "./world";

/** What a call is about: one time, or several that are kept and booked together. */
export type Topic = "offer" | "course";

/** Every caller has a number of their own: nobody is to be refused for keeping too much. */
export async function startCall(db: Database, { tenantId }: World): Promise<number> {
  const now = new Date();
  const callId = `call_${randomUUID()}`;
  const [row] = await db
    .insert(calls)
    .values({
      tenantId,
      callId,
      fromNumber: `+4930${BigInt(`0x${callId.slice(-12)}`)}`.slice(0, 15),
      startTimestamp: now,
      lastActivityAt: now,
    })
    .$returningId();
  return (row as { id: number }).id;
}

/**
 * What happens in a call: free times are offered and kept, and after a moment booked, or given back, or forgotten.
 * The holds are told with the span in which they certainly stood.
 */
export async function talk(
  db: Database,
  world: World,
  random: Random,
  { callId, about }: { callId: number; about: Topic },
): Promise<{ held?: Held[]; rows?: AppointmentRow[]; refused?: string }> {
  const ctx = worldContext(world, db, { type: "voice", callId });
  const wish = { callId, serviceId: random.pick(world.services).id };
  const kept =
    about === "offer" ? await keepOne(ctx, world, random, wish) : await keepCourse(ctx, world, random, wish);
  if (kept.length === 0) return {};
  const from = Date.now();
  const held = kept.map((offer) => heldAs(offer, from));
  await new Promise((resolve) => setTimeout(resolve, random.below(200)));
  const [books, releases] = [random.below(10) < 6, random.below(10) < 7];
  if (!books && !releases) return { held };
  const until = Date.now();
  for (const one of held) one.until = Math.min(one.until, until);
  if (!books) {
    await releaseHolds(ctx, { callId });
    return { held };
  }
  const customer = { name: "Erika", phone: `+493058${String(100_000 + random.below(300))}` };
  const booking = { ...wish, customer, source: "phone" as const };
  const [first] = kept as [OfferRow];
  try {
    if (about === "course") {
      const slots = kept.map(({ startTime: start, staffId }) => ({ start, staffId }));
      return { held, rows: (await bookSeries(ctx, { ...booking, slots })).appointments };
    }
    const offered = { offerId: first.id, start: first.startTime };
    return { held, rows: [await bookAppointment(ctx, { ...booking, ...offered })] };
  } catch (error) {
    // Cal.com was faster, or the hold ran out.
    if (error instanceof DomainError && error.kind === "conflict") return { held, refused: error.code };
    throw error;
  }
}

interface Wish {
  callId: number;
  serviceId: number;
}

async function keepOne(ctx: TenantContext, world: World, random: Random, { callId, serviceId }: Wish) {
  const slot = await findOne(ctx, random, serviceId, random.pick(world.days));
  if (!slot) return [];
  const [offer] = await makeOffers(ctx, { callId, slots: [slot], hold: "first" });
  return offer?.heldUntil ? [offer] : [];
}

/** On two or three days, so that no part of it meets another. */
async function keepCourse(ctx: TenantContext, world: World, random: Random, { callId, serviceId }: Wish) {
  const days = new Set(Array.from({ length: 3 }, () => random.pick(world.days)));
  const found = await Promise.all([...days].map((day) => findOne(ctx, random, serviceId, day)));
  const slots = found.filter((slot) => slot !== undefined);
  const groupKey = randomUUID();
  if (slots.length < 2 || !(await holdTogether(ctx, { callId, groupKey, slots }))) return [];
  return holdTogetherLonger(ctx, { callId, groupKey });
}

/** A free time within two hours of a day. */
async function findOne(ctx: TenantContext, random: Random, serviceId: number, day: number) {
  const from = new Date(day + random.below(8) * 60 * minuteMs);
  const to = new Date(from.getTime() + 120 * minuteMs);
  const slots = await findSlots(ctx, { serviceId, from, to, limit: 20 });
  return slots.length > 0 ? random.pick(slots) : undefined;
}

const heldAs = (offer: OfferRow, from: number): Held => ({
  offerId: offer.id,
  callId: offer.callId,
  serviceId: offer.serviceId,
  staffIds: [offer.staffId, ...offer.furtherStaffIds],
  resourceId: offer.resourceId,
  start: offer.startTime.getTime(),
  end: offer.endTime.getTime(),
  from,
  until: offer.heldUntil?.getTime() ?? from,
});
