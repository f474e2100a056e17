import { and, eq, sql } from "drizzle-orm";
import {
  appointments,
  calcomConnections,
  calcomEventTypes,
  calcomSlotDays,
  webhookInbox,
} from "@/server/db/schema";
import type { PlatformContext } from "@/server/domain/_core/context";
import { type Transaction, transact } from "@/server/domain/_core/transact";
import { compareWithCalcom } from "@/server/domain/calcom/compare-with-calcom";
import { pollBookings } from "@/server/domain/calcom/poll-bookings";
import { processCalcomWebhook } from "@/server/domain/calcom/process-calcom-webhook";
import { refreshDueSlots } from "@/server/domain/calcom/refresh-slots";
import { releaseEndedReservations } from "@/server/domain/calcom/reserve-offer";
import { storeCalcomDelivery } from "@/server/domain/calcom/store-delivery";
import { syncAppointment } from "@/server/domain/calcom/sync-appointment";
import { CalcomError } from "@/server/integrations/calcom/errors";
import { parseCalcomWebhook } from "@/server/integrations/calcom/webhook-payloads";
import type { Random } from "../random";
import { type CalcomWorld, contextOf, takeNewKey } from "./world";

const requestTimeoutMs = 3_000;
const maxRounds = 8;

/**
 * As if an hour had passed: leases, pauses and the circuit are over, and nothing counts as just changed. A new key
 * stands for new windows of the limits, here and at Cal.com.
 */
export async function letTimePass(world: CalcomWorld): Promise<void> {
  const { db, tenantId } = world;
  await takeNewKey(world);
  const before = sql`TIMESTAMPADD(HOUR, -1, UTC_TIMESTAMP(3))`;
  const statements: ((tx: Transaction) => Promise<unknown>)[] = [
    (tx) =>
      tx
        .update(appointments)
        .set({ syncLockedUntil: null, updatedAt: before })
        .where(eq(appointments.tenantId, tenantId)),
    (tx) =>
      tx
        .update(calcomConnections)
        .set({ pausedUntil: null, failures: 0 })
        .where(eq(calcomConnections.tenantId, tenantId)),
    (tx) =>
      tx
        .update(calcomEventTypes)
        .set({ refreshLockedUntil: null })
        .where(eq(calcomEventTypes.tenantId, tenantId)),
    (tx) =>
      tx
        .update(calcomSlotDays)
        .set({ fetchedAt: sql`TIMESTAMPADD(HOUR, -2, UTC_TIMESTAMP(3))` })
        .where(eq(calcomSlotDays.tenantId, tenantId)),
  ];
  // The product is at work meanwhile: a deadlock is repeated, as it repeats its own.
  for (const statement of statements) await transact(db, statement);
}

/** Webhooks arrive in any order and more than once, or some of them never. */
export async function hearWebhooks(world: CalcomWorld, random: Random): Promise<void> {
  await world.sandbox.calcomWebhooks.settled();
  const told = world.webhooks.splice(0);
  const ctx: PlatformContext = { actor: { type: "job", name: "prove" }, db: world.db, requestId: "prove" };
  const bodies = told.flatMap((body) =>
    random.below(4) === 0 ? [] : random.below(3) === 0 ? [body, body] : [body],
  );
  for (const body of bodies.sort(() => random.below(3) - 1)) {
    await storeCalcomDelivery(ctx, parseCalcomWebhook(JSON.parse(body)), body);
    const waiting = await world.db
      .select({ id: webhookInbox.id })
      .from(webhookInbox)
      .where(and(eq(webhookInbox.provider, "calcom"), eq(webhookInbox.body, body)));
    for (const { id } of waiting) if (!(await processAsJob(ctx, id))) world.webhooks.push(body);
  }
}

/**
 * As its job does, which tries again when another process was in the way; what fails for good is no proof.
 * @returns false where Cal.com had to be asked and cannot be now: the job waits, and the message is not lost
 */
async function processAsJob(ctx: PlatformContext, id: number, retries = 3): Promise<boolean> {
  try {
    await processCalcomWebhook(ctx, id);
    return true;
  } catch (error) {
    if (error instanceof CalcomError) return false;
    if (retries === 0) throw error;
    return processAsJob(ctx, id, retries - 1);
  }
}

/** Faults are over: what the jobs do until nothing waits any more. */
export async function settle(world: CalcomWorld, random: Random): Promise<void> {
  world.sandbox.faults.set({ calcom: [] });
  const ctx = contextOf(world, world.db);
  for (let round = 0; round < maxRounds; round++) {
    await hearWebhooks(world, random);
    await letTimePass(world);
    const pending = await world.db
      .select({ id: appointments.id })
      .from(appointments)
      .where(and(eq(appointments.tenantId, world.tenantId), eq(appointments.syncState, "pending")));
    for (const { id } of pending) await syncAppointment(ctx, id, requestTimeoutMs);
    await pollBookings(ctx);
    await letTimePass(world);
    await compareWithCalcom(ctx);
    if (pending.length === 0 && world.webhooks.length === 0 && round > 0) break;
  }
  await releaseEndedReservations(ctx);
  await letTimePass(world);
  await refreshDueSlots(ctx);
}
