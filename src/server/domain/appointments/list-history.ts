import { and, asc, eq, inArray } from "drizzle-orm";
import type { StoredActor } from "@/contracts/actors";
import { events, users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { getAppointment } from "./queries";

/** The steps a person cares about; what our side tells the outside calendar is none. */
const told = [
  "appointment.requested",
  "appointment.booked",
  "appointment.moved",
  "appointment.resized",
  "appointment.changed",
  "appointment.cancelled",
  "appointment.completed",
  "appointment.no_show",
  "appointment.sync_failed",
] as const;

const mostRows = 100;

/** What happened to an appointment and by whom, oldest first. @throws DomainError `appointment.not_found` */
export async function listHistory(ctx: TenantContext, appointmentId: number) {
  requirePermission(ctx, "appointments:read");
  const tenantId = ctx.tenant.id;
  await getAppointment(ctx, appointmentId);
  const rows = await ctx.db
    .select({
      id: events.id,
      type: events.type,
      data: events.data,
      actor: events.actor,
      at: events.createdAt,
    })
    .from(events)
    .where(
      and(
        eq(events.tenantId, tenantId),
        eq(events.entityType, "appointment"),
        eq(events.entityId, appointmentId),
        inArray(events.type, [...told]),
      ),
    )
    .orderBy(asc(events.id))
    .limit(mostRows);
  const names = await namesOf(
    ctx,
    rows.map(({ actor }) => actor),
  );
  return rows.map(({ type, data, actor, ...row }) => ({
    ...row,
    type: type as (typeof told)[number],
    actor: actor.type,
    /** Of a person of this business; the platform's own people go unnamed. */
    actorName: actor.type === "user" ? (names.get(actor.userId) ?? null) : null,
    fromStart: instantIn(data.fromStart),
    toStart: instantIn(data.toStart),
    /** Why a person of the business let it happen although a rule forbade it. */
    overrideReason: typeof data.overrideReason === "string" ? data.overrideReason : null,
  }));
}

async function namesOf(ctx: TenantContext, actors: readonly StoredActor[]): Promise<Map<number, string>> {
  const ids = [...new Set(actors.flatMap((actor) => (actor.type === "user" ? [actor.userId] : [])))];
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.tenantId, ctx.tenant.id), inArray(users.id, ids)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const instantIn = (value: unknown) => (typeof value === "string" ? new Date(value) : null);
