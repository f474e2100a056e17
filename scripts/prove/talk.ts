import { randomUUID } from "node:crypto";
import { minuteMs } from "@/lib/calendar-time";
import type { Database } from "@/server/db";
import { calls } from "@/server/db/schema";
import { DomainError } from "@/server/domain/_core/errors";
import type { AppointmentRow } from "@/server/domain/appointments/appointment";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { findSlots } from "@/server/domain/availability/find-slots";
import { makeOffers } from "@/server/domain/offers/make-offers";
import { releaseHolds } from "@/server/domain/offers/release-holds";
import type { Held } from "./journal";
import type { Random } from "./random";
import { type World, worldContext } from "./world";

/** Every caller has a number of their own: nobody is to be refused for keeping too much. */
export async function startCall(db: Database, { tenantId }: World): Promise<number> {
  const now = new Date();
  const [row] = await db
    .insert(calls)
    .values({
      tenantId,
      callId: `call_${randomUUID()}`,
      startTimestamp: now,
      lastActivityAt: now,
    })
    .$returningId();
  return (row as { id: number }).id;
}

/**
 * What happens in a call: a free time is offered and kept, and after a moment booked, or given back, or forgotten.
 * The hold is told with the span in which it certainly stood.
 */
export async function talk(
  db: Database,
  world: World,
  random: Random,
  callId: number,
): Promise<{ held?: Held; row?: AppointmentRow; refused?: string }> {
  const ctx = worldContext(world, db, { type: "voice", callId });
  const serviceId = random.pick(world.services).id;
  const from = new Date(random.pick(world.days) + random.below(8) * 60 * minuteMs);
  const to = new Date(from.getTime() + 120 * minuteMs);
  const slots = await findSlots(ctx, { serviceId, from, to, limit: 20 });
  if (slots.length === 0) return {};
  const [offer] = await makeOffers(ctx, { callId, slots: [random.pick(slots)], hold: "first" });
  if (!offer?.heldUntil) return {};
  const held: Held = {
    offerId: offer.id,
    callId,
    serviceId,
    staffIds: [offer.staffId, ...offer.furtherStaffIds],
    resourceId: offer.resourceId,
    start: offer.startTime.getTime(),
    end: offer.endTime.getTime(),
    from: Date.now(),
    until: offer.heldUntil.getTime(),
  };
  await new Promise((resolve) => setTimeout(resolve, random.below(200)));
  const [books, releases] = [random.below(10) < 6, random.below(10) < 7];
  if (!books && !releases) return { held };
  held.until = Math.min(held.until, Date.now());
  if (books) {
    const customer = { name: "Erika", phone: `+493058${String(100_000 + random.below(300))}` };
    const wish = { offerId: offer.id, serviceId, start: offer.startTime, callId, customer };
    try {
      return { held, row: await bookAppointment(ctx, { ...wish, source: "phone" }) };
    } catch (error) {
      // Cal.com was faster, or the hold ran out.
      if (error instanceof DomainError && error.kind === "conflict") return { held, refused: error.code };
      throw error;
    }
  }
  await releaseHolds(ctx, { callId });
  return { held };
}
