import { and, asc, desc, eq, gte, lt } from "drizzle-orm";
import type { z } from "zod";
import { type TrailList, trailList } from "@/contracts/audit-trail";
import type { TrailActor } from "@/contracts/trail-actors";
import { addDays, instantOf } from "@/lib/plain-date";
import { events } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { beyond } from "../_core/keyset";
import { requirePermission } from "../_core/permissions";
import { readCursor, turnPage } from "../_core/turn-page";
import { nameTrail } from "./name-trail";

const actorTypes: Record<Exclude<TrailActor, "all">, string> = {
  people: "user",
  assistant: "voice",
  interface: "apiKey",
  webhook: "webhook",
  job: "job",
};

/** Who did what, when and to what, the latest first. Each combination of filters is a stretch of one index. */
export async function listTrail(ctx: TenantContext, input: TrailList, pageRows = 50) {
  requirePermission(ctx, "audit:read");
  const { cursor, ...filter } = trailList.parse(input);
  const { key, backwards } = readCursor(cursor);
  const [atMs, id] = key?.split(".").map(Number) ?? [];
  const { index, is } = routeOf(filter);
  // Of one thing there are few rows, in an index by id; ids grow with time.
  const columns = index === "events_entity_ix" ? [events.id] : [events.createdAt, events.id];
  const position = atMs === undefined ? undefined : [new Date(atMs), id].slice(-columns.length);
  const order = backwards ? asc : desc;
  const found = await ctx.db
    .select({
      id: events.id,
      type: events.type,
      entityType: events.entityType,
      entityId: events.entityId,
      data: events.data,
      actor: events.actor,
      requestId: events.requestId,
      createdAt: events.createdAt,
    })
    .from(events, { forceIndex: index })
    .where(
      and(
        eq(events.tenantId, ctx.tenant.id),
        ...is,
        ...daysOf(filter, ctx.tenant.timeZone),
        position && beyond(backwards ? "above" : "below", columns, position),
      ),
    )
    .orderBy(...columns.map((column) => order(column)))
    .limit(pageRows + 1);
  const turn = { backwards, positioned: key !== undefined };
  const page = turnPage(found, pageRows, turn, (row) => `${row.createdAt.getTime()}.${row.id}`);
  return { ...page, rows: await nameTrail(ctx, page.rows) };
}

type Filter = Omit<z.output<typeof trailList>, "cursor">;

function routeOf({ actor, userId, kind, entityId }: Filter) {
  const ofKind = kind === undefined ? [] : [eq(events.entityType, kind)];
  if (kind !== undefined && entityId !== undefined)
    return { index: "events_entity_ix", is: [...ofKind, eq(events.entityId, entityId)] };
  const suffix = kind === undefined ? "ix" : "kind_ix";
  if (userId !== undefined)
    return { index: `events_trail_person_${suffix}`, is: [eq(events.actorUserId, userId), ...ofKind] };
  if (actor !== "all")
    return {
      index: `events_trail_actor_${suffix}`,
      is: [eq(events.actorType, actorTypes[actor]), ...ofKind],
    };
  return { index: `events_trail_${suffix}`, is: ofKind };
}

const daysOf = ({ fromDate, toDate }: Filter, timeZone: string) => [
  fromDate ? gte(events.createdAt, instantOf(fromDate, 0, timeZone)) : undefined,
  toDate ? lt(events.createdAt, instantOf(addDays(toDate, 1), 0, timeZone)) : undefined,
];
