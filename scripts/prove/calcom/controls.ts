import { eq } from "drizzle-orm";
import type { Database } from "@/server/db";
import { appointments } from "@/server/db/schema";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { syncAppointment } from "@/server/domain/calcom/sync-appointment";
import { randomFrom } from "../random";
import { countTwins, findDisagreements } from "./check";
import { settle } from "./settle";
import { contextOf, createCalcomWorld } from "./world";

export interface ControlResult {
  name: string;
  /** What the checker had to find and did. */
  found: number;
}

/** Each of these is wrong on purpose; a proof that does not see it proves nothing. */
export async function runControls(db: Database): Promise<ControlResult[]> {
  return [await repeatWithoutLooking(db), await plantOrphan(db), await loseBooking(db)];
}

/** The answer was lost, and the retry books without looking for what the first attempt left. */
async function repeatWithoutLooking(db: Database): Promise<ControlResult> {
  const world = await createCalcomWorld(db, "robin");
  try {
    const ctx = contextOf(world, db);
    world.sandbox.faults.set({
      calcom: [
        { fault: "reset_after_success", method: "POST", endpoint: "/bookings", exact: true, times: 1 },
      ],
    });
    const row = await book(world);
    await db
      .update(appointments)
      .set({ syncLockedUntil: null, syncAttempts: 0 })
      .where(eq(appointments.id, row.id));
    await syncAppointment(ctx, row.id, 3_000);
    return { name: "a retry that does not look first makes a double", found: countTwins(world) };
  } finally {
    await world.close();
  }
}

/** A booking that nobody here knows of. */
async function plantOrphan(db: Database): Promise<ControlResult> {
  const world = await createCalcomWorld(db, "robin");
  try {
    await settle(world, randomFrom(1));
    world.sandbox.calcomBookings.create({
      start: new Date(world.starts[0] ?? 0).toISOString(),
      eventTypeId: world.eventTypeIds[0],
      attendee: { name: "Erika Beispiel", email: "erika@example.com", timeZone: "Europe/Berlin" },
    });
    return { name: "the checker sees an orphan at Cal.com", found: (await findDisagreements(world)).length };
  } finally {
    await world.close();
  }
}

async function loseBooking(db: Database): Promise<ControlResult> {
  const world = await createCalcomWorld(db, "robin");
  try {
    const row = await book(world);
    world.sandbox.calcom.bookings.delete(row.calcomBookingId ?? "");
    const missing = (await findDisagreements(world)).filter((line) => line.includes("no live booking"));
    return { name: "the checker sees an appointment without a booking", found: missing.length };
  } finally {
    await world.close();
  }
}

const book = (world: Awaited<ReturnType<typeof createCalcomWorld>>) =>
  bookAppointment(contextOf(world, world.db), {
    serviceId: world.serviceId,
    start: new Date(world.starts[0] ?? 0),
    customer: { name: "Max Mustermann", phone: "+493012345678" },
    source: "phone",
  });
