import type { Slot } from "@/contracts/appointments";
import type { Database } from "@/server/db";
import { DomainError } from "@/server/domain/_core/errors";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { createWorld, worldContext } from "./world";

export interface RaceResult {
  rounds: number;
  /** Over all rounds: one a round, and 63. */
  booked: number;
  refused: number;
  /** Refused with fewer than two other times, or with the very time that was lost. */
  withoutAlternatives: number;
  /** Anything but a refusal that can be said to a caller; a deadlock would be here. */
  errors: string[];
  proven: boolean;
}

const racers = 64;

/** In each round 64 callers want the same person at the same time. */
export async function race(db: Database, rounds: number): Promise<RaceResult> {
  const world = await createWorld(db, "spread");
  const ctx = worldContext(world, db, { type: "job", name: "prove-booking" });
  const result = { rounds, booked: 0, refused: 0, withoutAlternatives: 0, errors: [] as string[] };
  for (let round = 0; round < rounds; round++) {
    // Rounds of one day are hours apart: a team's second person is whoever is free, also the next round's.
    const turn = Math.floor(round / world.days.length);
    const start = new Date((world.days[round % world.days.length] ?? 0) + (1 + 2 * turn) * 3_600_000);
    const staffId = world.staffIds[turn] ?? 0;
    const serviceId = world.services[round % world.services.length]?.id ?? 0;
    const outcomes = await Promise.allSettled(
      Array.from({ length: racers }, (_, i) =>
        bookAppointment(ctx, {
          serviceId,
          staffId,
          start,
          source: "phone",
          customer: { name: "Erika", phone: `+493056${String(100_000 + i)}` },
        }),
      ),
    );
    for (const outcome of outcomes) {
      if (outcome.status === "fulfilled") result.booked++;
      else if (outcome.reason instanceof DomainError && outcome.reason.code === "appointment.slot_taken") {
        result.refused++;
        const others = (outcome.reason.details.alternatives as Slot[]).filter(
          (slot) => slot.staffId !== staffId || slot.start.getTime() !== start.getTime(),
        );
        if (others.length < 2) result.withoutAlternatives++;
      } else result.errors.push(String(outcome.reason));
    }
  }
  const proven =
    result.booked === rounds && result.refused === rounds * (racers - 1) && result.withoutAlternatives === 0;
  return { ...result, proven };
}
