import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Fault } from "@/sandbox/faults";
import type { Database } from "@/server/db";
import { appointments, branches, calls, offers } from "@/server/db/schema";
import { DomainError } from "@/server/domain/_core/errors";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { cancelAppointment } from "@/server/domain/appointments/cancel-appointment";
import { moveAppointment } from "@/server/domain/appointments/move-appointment";
import { compareWithCalcom } from "@/server/domain/calcom/compare-with-calcom";
import { refreshDueSlots } from "@/server/domain/calcom/refresh-slots";
import { keepAtCalcom } from "@/server/domain/calcom/reserve-offer";
import { syncAppointment } from "@/server/domain/calcom/sync-appointment";
import { CalcomError } from "@/server/integrations/calcom/errors";
import type { Random } from "../random";
import { countTwins, findDisagreements } from "./check";
import { letTimePass, settle } from "./settle";
import { type CalcomWorld, contextOf, createCalcomWorld } from "./world";

/** What the product asks of Cal.com, and how the stand-in knows it. */
export const steps = {
  slots: { method: "GET", endpoint: "/slots", exact: true },
  reserve: { method: "POST", endpoint: "/slots/reservations", exact: true },
  book: { method: "POST", endpoint: "/bookings", exact: true },
  reschedule: { method: "POST", endpoint: "/reschedule" },
  cancel: { method: "POST", endpoint: "/cancel" },
  get: { method: "GET", endpoint: "/bookings/" },
  list: { method: "GET", endpoint: "/bookings", exact: true },
} satisfies Record<string, Partial<Fault>>;
export type Step = keyof typeof steps;

export const faults = {
  "timeout before": { fault: "timeout_before", delayMs: 1_500 },
  "timeout after success": { fault: "timeout_after_success", delayMs: 1_500 },
  "500": { fault: "500" },
  "429": { fault: "429", retryAfterSeconds: 7 },
  "reset after success": { fault: "reset_after_success" },
  "slot taken": { fault: "taken" },
  HTML: { fault: "html" },
  "half a JSON": { fault: "malformed" },
  /** Twenty seconds for a client that waits fifteen, scaled: the effect comes after the client has gone. */
  slow: { fault: "slow", delayMs: 900 },
} satisfies Record<string, Fault>;
export type FaultName = keyof typeof faults;

/**
 * The scale of the matrix: where the product waits fifteen seconds the retries here wait half of one, and a silent
 * Cal.com drops the connection after one and a half.
 */
const timeoutMs = 500;
export interface CellResult {
  step: Step;
  fault: FaultName;
  /** How long the caller waited, where one did. */
  answeredMs: number | null;
  twins: number;
  wrong: string[];
}

/** One fault at one step, once or several times in a row; then everything settles and both sides are compared. */
export async function runMatrixCell(
  db: Database,
  step: Step,
  fault: FaultName,
  random: Random,
): Promise<CellResult> {
  const world = await createCalcomWorld(db, "robin");
  try {
    const times = 1 + random.below(3);
    const answeredMs = await meet(world, step, { ...faults[fault], ...steps[step], times }, random);
    await sleep(fault === "slow" ? 1_000 : 0);
    await settle(world, random);
    const wrong = await findDisagreements(world);
    return { step, fault, answeredMs, twins: countTwins(world), wrong };
  } finally {
    await world.close();
  }
}

async function meet(world: CalcomWorld, step: Step, fault: Fault, random: Random): Promise<number | null> {
  const ctx = contextOf(world, world.db);
  const strike = () => world.sandbox.faults.set({ calcom: [fault] });
  if (step === "slots") {
    strike();
    await refreshDueSlots(ctx);
    return null;
  }
  if (step === "reserve") {
    strike();
    await keepAtCalcom(ctx, await createOffer(world));
    world.sandbox.faults.set({ calcom: [] });
    return (await bookByPhone(world, world.starts[0] ?? 0)).ms;
  }
  if (step === "book") {
    strike();
    const { id, ms } = await bookByPhone(world, random.pick(world.starts));
    await retry(world, id);
    return ms;
  }
  const { id } = await bookByPhone(world, world.starts[0] ?? 0);
  if (id === undefined) throw new Error("not booked, though nothing was wrong");
  if (step === "list") {
    await forgetAnswer(world, id);
    strike();
    await retry(world, id);
    await compareWithCalcom(ctx).catch(ignoreOurs);
    return null;
  }
  strike();
  const began = Date.now();
  if (step === "cancel") await cancelAppointment(ctx, { appointmentId: id, overrideReason: "Beweis" });
  else await moveByPhone(world, id, world.starts[7] ?? 0);
  const ms = Date.now() - began;
  await retry(world, id);
  return ms;
}

async function bookByPhone(
  world: CalcomWorld,
  start: number,
): Promise<{ id: number | undefined; ms: number }> {
  const began = Date.now();
  try {
    const row = await bookAppointment(contextOf(world, world.db, { type: "voice", callId: 1 }), {
      serviceId: world.serviceId,
      start: new Date(start),
      customer: { name: "Max Mustermann", phone: "+493012345678" },
      source: "phone",
    });
    return { id: row.id, ms: Date.now() - began };
  } catch (error) {
    ignoreOurs(error);
    return { id: undefined, ms: Date.now() - began };
  }
}

const moveByPhone = (world: CalcomWorld, appointmentId: number, start: number) =>
  moveAppointment(contextOf(world, world.db, { type: "voice", callId: 1 }), {
    appointmentId,
    start: new Date(start),
  }).catch(ignoreOurs);

/** The job's attempts while the fault lasts. */
async function retry(world: CalcomWorld, id: number | undefined): Promise<void> {
  for (let attempt = 0; id !== undefined && attempt < 3; attempt++) {
    await letTimePass(world);
    await syncAppointment(contextOf(world, world.db), id, timeoutMs);
  }
}

/** As after a crash between Cal.com's answer and our note of it. */
async function forgetAnswer(world: CalcomWorld, id: number): Promise<void> {
  await world.db
    .update(appointments)
    .set({ status: "pending", syncState: "pending", calcomBookingId: null, syncAttempts: 1 })
    .where(eq(appointments.id, id));
}

async function createOffer(world: CalcomWorld) {
  const { db, tenantId, serviceId, staffIds } = world;
  const start = world.starts[0] ?? 0;
  const now = new Date();
  const [branch] = await db.select().from(branches).where(eq(branches.tenantId, tenantId));
  const [call] = await db
    .insert(calls)
    .values({ tenantId, callId: randomUUID(), startTimestamp: now, lastActivityAt: now })
    .$returningId();
  await db.insert(offers).values({
    tenantId,
    callId: call?.id ?? 0,
    code: "prove1",
    serviceId,
    staffId: staffIds[0] ?? 0,
    furtherStaffIds: [],
    branchId: branch?.id ?? 0,
    startTime: new Date(start),
    endTime: new Date(start + 1_800_000),
    priceCents: 3_900,
    source: "calcom",
  });
  const [offer] = await db.select().from(offers).where(eq(offers.tenantId, tenantId));
  if (!offer) throw new Error("no offer");
  return offer;
}

/** What the product says to people and jobs is no failure of the proof. */
export function ignoreOurs(error: unknown): undefined {
  if (error instanceof DomainError || error instanceof CalcomError) return undefined;
  throw error;
}
