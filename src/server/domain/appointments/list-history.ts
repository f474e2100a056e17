import { and, asc, eq, inArray } from "drizzle-orm";
import type { StoredActor } from "@/contracts/actors";
import { branches, events, staff, users } from "@/server/db/schema";
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
  const [names, placeOf] = await Promise.all([
    namesOf(
      ctx,
      rows.map(({ actor }) => actor),
    ),
    rows.some(({ type }) => type === "appointment.moved") ? readPlaces(ctx) : undefined,
  ]);
  return rows.map(({ type, data, actor, ...row }) => ({
    ...row,
    type: type as (typeof told)[number],
    actor: actor.type,
    /** Of a person of this business; the platform's own people go unnamed. */
    actorName: actor.type === "user" ? (names.get(actor.userId) ?? null) : null,
    from: placeOf && placeIn(placeOf, data.fromStart, data.fromStaffId, data.fromBranchId),
    to: placeOf && placeIn(placeOf, data.toStart, data.toStaffId, data.toBranchId),
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

/** Names of people and branches, whether they are still there or not. */
async function readPlaces(ctx: TenantContext) {
  const [people, places] = await Promise.all([
    ctx.db.select({ id: staff.id, name: staff.name }).from(staff).where(eq(staff.tenantId, ctx.tenant.id)),
    ctx.db
      .select({ id: branches.id, name: branches.name })
      .from(branches)
      .where(eq(branches.tenantId, ctx.tenant.id)),
  ]);
  const named = (rows: { id: number; name: string }[]) => (id: unknown) => rows.find((row) => row.id === id);
  return { staff: named(people), branch: named(places) };
}

/** When, with whom and where it was or came to be; whom and where only as far as it was noted then. */
function placeIn(
  of: Awaited<ReturnType<typeof readPlaces>>,
  start: unknown,
  staffId: unknown,
  branchId: unknown,
) {
  if (typeof start !== "string") return undefined;
  return { start: new Date(start), staff: of.staff(staffId) ?? null, branch: of.branch(branchId) ?? null };
}
