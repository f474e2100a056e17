import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { dayMs, hourMs, localDays, wallClock } from "@/lib/calendar-time";
import { type Interval, instantAfter } from "@/lib/intervals";
import type { Queryable } from "@/server/db";
import {
  appointments,
  callbacks,
  calls,
  callUtterances,
  staffTimeCells,
  toolInvocations,
} from "@/server/db/schema";
import type { DemoBusiness } from "./businesses";
import { demoTimeZone, type PlannedAppointment, planAppointments } from "./calendar";
import { type PlannedCall, planCalls } from "./plan-calls";
import { Random } from "./random";
import { recordingOf, timeWords } from "./recordings";
import { seedOffers } from "./seed-offers";
import type { SeededBusiness, SeedOptions } from "./seeded";

const cellMs = 5 * 60_000;
const chunk = 500;

function* chunksOf<T>(items: T[]): Generator<T[]> {
  for (let i = 0; i < items.length; i += chunk) yield items.slice(i, i + chunk);
}

/** Three months of appointments, and the calls in which they and everything else came about. */
export async function seedHistory(
  db: Queryable,
  business: DemoBusiness,
  seeded: SeededBusiness,
  { now, isHoliday, secrets }: SeedOptions,
): Promise<void> {
  const random = Random.named(`${business.slug} history`);
  const planned = planAppointments(business, random, seeded.customerIds.length, now, (day, branch) =>
    isHoliday.has(`${business.branches[branch]?.federalState} ${day}`),
  );
  const plannedCalls = planCalls(business, random, seeded, planned, now);
  const recordingsUrl = new URL(secrets.calcom.baseUrl).origin;
  const callIds = await insertCalls(db, business, seeded, plannedCalls, random, recordingsUrl);
  const callOf = new Map(
    plannedCalls.flatMap((call, i) => (call.makes ? [[call.about, callIds[i]] as const] : [])),
  );
  await insertAppointments(db, business, seeded, planned, callOf);
  await seedOffers(db, business, seeded, plannedCalls, callIds);
  await insertCallbacks(db, seeded, plannedCalls, callIds, {
    now,
    openings: openingsOf(business, isHoliday),
  });
  await noteOnCalls(db, seeded.tenantId);
}

async function insertCalls(
  db: Queryable,
  business: DemoBusiness,
  seeded: SeededBusiness,
  planned: PlannedCall[],
  random: Random,
  recordingsUrl: string,
): Promise<number[]> {
  const { tenantId } = seeded;
  const callIds: number[] = [];
  for (const part of chunksOf(planned)) {
    const offset = callIds.length;
    const rows = part.map(({ customer, branch, outcome, startedAt, conversation }, i) => {
      const endedAt = new Date(startedAt.getTime() + conversation.durationMs);
      const cost = conversation.durationMs / 1000 / 6 + random.next() * 2;
      const callId = `call_${createHash("sha256")
        .update(`${business.slug} ${offset + i}`)
        .digest("hex")
        .slice(0, 27)}`;
      return {
        tenantId,
        customerId: seeded.customerIds[customer],
        agentId: seeded.agentId,
        branchId: seeded.branchIds[branch],
        callId,
        ...recordingOf(conversation, startedAt, recordingsUrl, callId),
        fromNumber: seeded.people[customer]?.phone ?? null,
        toNumber: business.branches[branch]?.phoneNumber,
        startTimestamp: startedAt,
        endTimestamp: endedAt,
        durationSec: Math.round(conversation.durationMs / 1000),
        callSuccessful: outcome !== "hung_up" && outcome !== "unresolved",
        transcript: conversation.turns
          .map((turn) => `${turn.role === "agent" ? "Agent" : "User"}: ${turn.content}`)
          .join("\n"),
        analysis: {
          call_summary: conversation.summary,
          user_sentiment: outcome === "unresolved" ? "Negative" : "Neutral",
          in_voicemail: false,
        },
        status: "ended" as const,
        outcome,
        disconnectionReason: outcome === "hung_up" ? "user_hangup" : "agent_hangup",
        costUsdCents: Math.round(cost * 100) / 100,
        costBreakdown: costParts(Math.round(cost * 100) / 100, conversation.durationMs),
        lastActivityAt: endedAt,
        analyzedAt: endedAt,
        processedAt: endedAt,
        createdAt: startedAt,
        updatedAt: endedAt,
      };
    });
    callIds.push(...(await db.insert(calls).values(rows).$returningId()).map((row) => row.id));
  }
  const turns = planned.flatMap((call, i) =>
    call.conversation.turns.map((turn, position) => ({
      tenantId,
      callId: callIds[i] as number,
      position,
      ...turn,
      words: call.conversation.recording?.decision === "granted" ? timeWords(turn) : null,
    })),
  );
  for (const part of chunksOf(turns)) await db.insert(callUtterances).values(part);
  const tools = planned.flatMap((call, i) =>
    call.conversation.tools.map((tool, n) => ({
      tenantId,
      callId: callIds[i] as number,
      invocationKey: `demo-${n}`,
      ...tool,
    })),
  );
  for (const part of chunksOf(tools)) await db.insert(toolInvocations).values(part);
  return callIds;
}

/** As Retell itemises a call: US cents, and seconds beside them. */
const costParts = (cents: number, durationMs: number) => ({
  combined_cost: cents,
  total_duration_seconds: Math.round(durationMs / 1000),
  product_costs: [
    { product: "elevenlabs_tts", cost: Math.round(cents * 60) / 100 },
    { product: "gpt_4_1", cost: Math.round((cents - Math.round(cents * 60) / 100) * 100) / 100 },
  ],
});

/** Long after the call in which it was booked: what is called off within that call was never booked. */
function shortlyBefore(start: Date, bookedAt: Date): Date {
  const latest = Math.min(start.getTime(), Date.now());
  return new Date(latest - (latest - bookedAt.getTime()) / 10);
}

async function insertAppointments(
  db: Queryable,
  business: DemoBusiness,
  seeded: SeededBusiness,
  planned: PlannedAppointment[],
  callOf: Map<PlannedAppointment, number | undefined>,
): Promise<void> {
  const { tenantId } = seeded;
  const atCalcom = business.calendarSource === "calcom";
  for (const part of chunksOf(planned)) {
    const rows = part.map((item) => ({
      tenantId,
      customerId: seeded.customerIds[item.customer],
      callId: callOf.get(item) ?? null,
      staffId: seeded.staffIds[item.staff],
      serviceId: seeded.serviceIds[item.service],
      branchId: seeded.branchIds[item.branch],
      startTime: item.start,
      endTime: item.end,
      status: item.status,
      priceCents: business.services[item.service]?.priceCents ?? 0,
      source: item.byPhone ? ("phone" as const) : ("dashboard" as const),
      syncState: atCalcom ? ("synced" as const) : ("none" as const),
      calcomBookingId: atCalcom ? `demo-${item.start.getTime()}-${item.staff}` : null,
      cancelledAt: item.status === "cancelled" ? shortlyBefore(item.start, item.bookedAt) : null,
      createdAt: item.bookedAt,
      updatedAt: item.bookedAt,
    }));
    const ids = await db.insert(appointments).values(rows).$returningId();
    const cells = part.flatMap((item, i) => {
      if (item.status === "cancelled") return [];
      const count = (item.busyUntil.getTime() - item.start.getTime()) / cellMs;
      const [gapFrom, gapTo] = business.services[item.service]?.gap ?? [0, 0];
      return Array.from({ length: count }, (_, n) => n * cellMs)
        .filter((offset) => offset < gapFrom * 60_000 || offset >= gapTo * 60_000)
        .map((offset) => ({
          tenantId,
          staffId: seeded.staffIds[item.staff] as number,
          cellStart: new Date(item.start.getTime() + offset),
          appointmentId: ids[i]?.id as number,
        }));
    });
    for (const cellPart of chunksOf(cells)) await db.insert(staffTimeCells).values(cellPart);
  }
}

/** When a branch, by its index, is open in the days after an instant. */
type Openings = (branch: number, from: number) => Interval[];

const openingsOf =
  (business: DemoBusiness, isHoliday: ReadonlySet<string>): Openings =>
  (branch, from) => {
    const { week = [], federalState } = business.branches[branch] ?? {};
    return localDays({ start: from, end: from + 14 * dayMs }, demoTimeZone).flatMap((day) =>
      isHoliday.has(`${federalState} ${day.date}`)
        ? []
        : week
            .filter(({ days }) => (days as number[]).includes(day.weekday))
            .flatMap(({ hours }) => hours)
            .flatMap((range) => {
              const [start = 0, end = 0] = range.split("-").map(minutesOf);
              return wallClock(day, start, end);
            }),
    );
  };

const minutesOf = (time: string) => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
};

async function insertCallbacks(
  db: Queryable,
  seeded: SeededBusiness,
  planned: PlannedCall[],
  callIds: number[],
  { now, openings }: { now: Date; openings: Openings },
): Promise<void> {
  const rows = planned.flatMap((call, i) => {
    if (call.outcome !== "callback") return [];
    const asked = call.startedAt.getTime();
    const after = (ms: number) =>
      new Date(instantAfter(openings(call.branch, asked), asked, ms) ?? asked + ms);
    const doneAt = after(1.5 * hourMs);
    const isOpen = doneAt > now || (now.getTime() - asked < 2 * dayMs && i % 5 === 0);
    return {
      tenantId: seeded.tenantId,
      callId: callIds[i],
      customerId: seeded.customerIds[call.customer],
      branchId: seeded.branchIds[call.branch],
      name: seeded.people[call.customer]?.name,
      phone: seeded.people[call.customer]?.phone,
      reason: call.conversation.callbackReason,
      status: isOpen ? ("open" as const) : ("done" as const),
      dueAt: after(4 * hourMs),
      completedAt: isOpen ? null : doneAt,
      createdAt: call.startedAt,
    };
  });
  for (const part of chunksOf(rows)) await db.insert(callbacks).values(part);
}

/** What a call's row says of its callback and its appointments, as verbs and jobs would have written it. */
const noteOnCalls = (db: Queryable, tenantId: string) =>
  db.execute(sql`update calls c set
    callback_open = exists (select 1 from callbacks b
      where b.tenant_id = c.tenant_id and b.call_id = c.id and b.completed_at is null),
    booked_cents = coalesce((select sum(a.price_cents) from appointments a
      where a.tenant_id = c.tenant_id and a.call_id = c.id and a.status not in ('pending', 'cancelled')), 0)
    where c.tenant_id = ${tenantId}`);
