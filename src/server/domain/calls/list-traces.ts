import { and, asc, eq, inArray } from "drizzle-orm";
import { branches, events, offers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { AppointmentView } from "../appointments/queries";
import { listConfirmationsOfCall } from "../confirmations/queries";

interface TracedCall {
  id: number;
  startTimestamp: Date;
  timeZone: string;
}

/** One step from a free time to an appointment, and the second of the call at which it happened. */
export interface Trace {
  id: string;
  kind: "offered" | "held" | "agreed" | "declined" | "requested" | "booked" | "moved" | "cancelled";
  atMs: number;
  /** The times it is about, in the order they were offered. */
  starts: Date[];
  timeZone: string;
  /** The caller's words it rests on. */
  utterance: string | null;
}

/**
 * What was offered, kept, agreed to and done in a call, in order: from our own rows, whatever was said about it.
 * `appointments` are those that the call is known to have touched.
 */
export async function listTraces(
  ctx: TenantContext,
  call: TracedCall,
  appointments: readonly AppointmentView[],
): Promise<Trace[]> {
  const [ofOffers, ofConfirmations, ofAppointments] = await Promise.all([
    traceOffers(ctx, call),
    traceConfirmations(ctx, call),
    traceAppointments(ctx, call, appointments),
  ]);
  return [...ofOffers, ...ofConfirmations, ...ofAppointments].sort((a, b) => a.atMs - b.atMs);
}

const sinceStart = (call: TracedCall, at: Date) => Math.max(0, at.getTime() - call.startTimestamp.getTime());

/** Offers of one tool call are made within milliseconds of each other; between two questions lie seconds. */
const oneBreathMs = 1_000;

async function traceOffers(ctx: TenantContext, call: TracedCall): Promise<Trace[]> {
  const rows = await ctx.db
    .select({
      id: offers.id,
      start: offers.startTime,
      heldAt: offers.heldAt,
      createdAt: offers.createdAt,
      timeZone: branches.timeZone,
    })
    .from(offers)
    .innerJoin(branches, and(eq(branches.tenantId, offers.tenantId), eq(branches.id, offers.branchId)))
    .where(and(eq(offers.tenantId, ctx.tenant.id), eq(offers.callId, call.id)))
    .orderBy(asc(offers.id));
  const offered: Trace[] = [];
  for (const { id, start, createdAt, timeZone } of rows) {
    const atMs = sinceStart(call, createdAt);
    const last = offered.at(-1);
    if (last && atMs - last.atMs < oneBreathMs) last.starts.push(start);
    else
      offered.push({
        id: `offered-${id}`,
        kind: "offered",
        atMs,
        starts: [start],
        timeZone,
        utterance: null,
      });
  }
  const held = rows.flatMap(({ id, start, heldAt, timeZone }): Trace[] =>
    heldAt === null
      ? []
      : [
          {
            id: `held-${id}`,
            kind: "held",
            atMs: sinceStart(call, heldAt),
            starts: [start],
            timeZone,
            utterance: null,
          },
        ],
  );
  return [...offered, ...held];
}

async function traceConfirmations(ctx: TenantContext, call: TracedCall): Promise<Trace[]> {
  const rows = await listConfirmationsOfCall(ctx, call.id);
  return rows.flatMap(({ id, decision, utterance, atMs, createdAt }) =>
    decision === "agreed" || decision === "declined"
      ? [
          {
            id: `confirmation-${id}`,
            kind: decision,
            atMs: atMs ?? sinceStart(call, createdAt),
            starts: [],
            timeZone: call.timeZone,
            utterance,
          },
        ]
      : [],
  );
}

const steps = {
  "appointment.requested": "requested",
  "appointment.booked": "booked",
  "appointment.moved": "moved",
  "appointment.cancelled": "cancelled",
} as const satisfies Record<string, Trace["kind"]>;

async function traceAppointments(
  ctx: TenantContext,
  call: TracedCall,
  appointments: readonly AppointmentView[],
): Promise<Trace[]> {
  const views = new Map(appointments.map((view) => [view.appointment.id, view]));
  if (views.size === 0) return [];
  const rows = await ctx.db
    .select({
      id: events.id,
      type: events.type,
      appointmentId: events.entityId,
      data: events.data,
      actor: events.actor,
      at: events.createdAt,
    })
    .from(events)
    .where(
      and(
        eq(events.tenantId, ctx.tenant.id),
        eq(events.entityType, "appointment"),
        inArray(events.entityId, [...views.keys()]),
        inArray(events.type, Object.keys(steps)),
      ),
    )
    .orderBy(asc(events.id));
  return rows.flatMap(({ id, type, appointmentId, data, actor, at }, index): Trace[] => {
    const view = views.get(appointmentId ?? 0);
    if (!view || actor.type !== "voice" || actor.callId !== call.id) return [];
    // Where it stood then: what a later move left, or where it stands now.
    const later = rows
      .slice(index + 1)
      .find((row) => row.appointmentId === appointmentId && row.type === "appointment.moved");
    const start = instantIn(data.toStart) ?? instantIn(later?.data.fromStart) ?? view.appointment.startTime;
    return [
      {
        id: `event-${id}`,
        kind: steps[type as keyof typeof steps],
        atMs: sinceStart(call, at),
        starts: [start],
        timeZone: view.timeZone ?? call.timeZone,
        utterance: null,
      },
    ];
  });
}

const instantIn = (value: unknown) => (typeof value === "string" ? new Date(value) : undefined);
