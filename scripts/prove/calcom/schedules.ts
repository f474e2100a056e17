import { and, eq, inArray } from "drizzle-orm";
import type { Fault } from "@/sandbox/faults";
import type { Database } from "@/server/db";
import { appointments } from "@/server/db/schema";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { cancelAppointment } from "@/server/domain/appointments/cancel-appointment";
import { moveAppointment } from "@/server/domain/appointments/move-appointment";
import { compareWithCalcom } from "@/server/domain/calcom/compare-with-calcom";
import { pollBookings } from "@/server/domain/calcom/poll-bookings";
import { refreshDueSlots } from "@/server/domain/calcom/refresh-slots";
import { syncAppointment } from "@/server/domain/calcom/sync-appointment";
import { type Random, randomFrom } from "../random";
import { countTwins, findDisagreements } from "./check";
import { faults, ignoreOurs, type Step, steps } from "./matrix";
import { hearWebhooks, letTimePass, settle } from "./settle";
import { type CalcomWorld, contextOf, createCalcomWorld } from "./world";

export interface ScheduleResult {
  seed: number;
  actions: number;
  bookings: number;
  twins: number;
  wrong: string[];
}

const together = 4;

/** People, callers, Cal.com's own page and our jobs do as they like, several at once, while Cal.com fails as it likes. */
export async function runSchedule(db: Database, seed: number, actions: number): Promise<ScheduleResult> {
  const random = randomFrom(seed);
  const world = await createCalcomWorld(db, "own");
  try {
    for (let done = 0; done < actions; done += together) {
      world.sandbox.faults.set({
        calcom: Array.from({ length: random.below(3) }, () => randomFault(random)),
      });
      await Promise.all(Array.from({ length: together }, () => act(world, random)));
      if (random.below(3) === 0) await letTimePass(world);
    }
    await settle(world, random);
    return {
      seed,
      actions,
      bookings: world.sandbox.calcom.bookings.values().length,
      twins: countTwins(world),
      wrong: await findDisagreements(world),
    };
  } finally {
    await world.close();
  }
}

function randomFault(random: Random): Fault {
  const step = random.pick(Object.keys(steps) as Step[]);
  const fault: Fault = random.pick(Object.values(faults));
  return { ...fault, ...steps[step], times: 1 + random.below(2) };
}

async function act(world: CalcomWorld, random: Random): Promise<void> {
  const ctx = contextOf(world, world.db);
  const start = new Date(random.pick(world.starts));
  const choice = random.below(12);
  try {
    if (choice < 4) await book(world, start);
    else if (choice < 6) await change(world, random, start);
    else if (choice < 8) actThere(world, random, start);
    else if (choice === 8) await hearWebhooks(world, random);
    else if (choice === 9) await pollBookings(ctx);
    else if (choice === 10) await compareWithCalcom(ctx);
    else await refreshDueSlots(ctx);
  } catch (error) {
    ignoreOurs(error);
  }
}

const book = (world: CalcomWorld, start: Date) =>
  bookAppointment(contextOf(world, world.db, { type: "voice", callId: 1 }), {
    serviceId: world.serviceId,
    start,
    customer: { name: "Max Mustermann", phone: "+493012345678" },
    source: "phone",
  });

async function change(world: CalcomWorld, random: Random, start: Date): Promise<void> {
  const ctx = contextOf(world, world.db);
  const rows = await world.db
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(eq(appointments.tenantId, world.tenantId), inArray(appointments.status, ["pending", "scheduled"])),
    );
  const appointmentId = rows.length > 0 ? random.pick(rows).id : undefined;
  if (appointmentId === undefined) return;
  const caller = contextOf(world, world.db, { type: "voice", callId: 1 });
  if (random.below(2) === 0) await moveAppointment(caller, { appointmentId, start });
  else await cancelAppointment(ctx, { appointmentId, overrideReason: "Beweis" });
  await syncAppointment(ctx, appointmentId, 500);
}

/** Somebody uses Cal.com itself, past our door and past its faults. */
function actThere(world: CalcomWorld, random: Random, start: Date): void {
  const { account, bookings } = { account: world.sandbox.calcom, bookings: world.sandbox.calcomBookings };
  const live = account.bookings.values().filter(({ status }) => status === "accepted");
  const choice = random.below(3);
  try {
    if (choice === 0 || live.length === 0) {
      bookings.create({
        start: start.toISOString(),
        eventTypeId: random.pick(world.eventTypeIds),
        attendee: { name: "Erika Beispiel", email: "erika@example.com", timeZone: "Europe/Berlin" },
      });
    } else if (choice === 1) bookings.reschedule(random.pick(live).uid, { start: start.toISOString() });
    else bookings.cancel(random.pick(live).uid, {});
  } catch {
    // Cal.com refused: that time is taken there.
  }
}
