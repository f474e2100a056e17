import { and, eq, inArray, sql } from "drizzle-orm";
import type { StoredActor } from "@/contracts/actors";
import type { FieldChange } from "@/contracts/audit-trail";
import type { SeenFrom } from "@/lib/seen-from";
import {
  apiKeys,
  appointments,
  branches,
  callbacks,
  customers,
  invitations,
  resources,
  services,
  staff,
  users,
} from "@/server/db/schema";
import type { EventType } from "@/server/events/catalogue";
import type { TenantContext } from "../_core/context";

interface StoredRow {
  id: number;
  type: string;
  entityType: string;
  entityId: number | null;
  data: Record<string, unknown>;
  actor: StoredActor;
  requestId: string | null;
  createdAt: Date;
}

/** Somebody of the business by name, or what else acted. */
export type TrailActorName =
  | { kind: "person"; name: string | null }
  | { kind: "apiKey"; name: string | null }
  | { kind: "webhook"; provider: string }
  | { kind: "platform" | "assistant" | "job" };

export interface TrailRow {
  id: number;
  type: EventType;
  entityType: string;
  entityId: number | null;
  at: Date;
  actor: TrailActorName;
  /** What it was done to: a name, or the start of an appointment. NULL where it has neither, or is gone. */
  subject: string | Date | null;
  /** Whose it is, where that is somebody else than the subject: the customer of an appointment. */
  of: string | null;
  /** What the sentence needs beyond that. */
  details: Record<string, string | number>;
  /** Names of the fields that changed, and what some of them were and are. */
  fields: string[];
  changes: FieldChange[];
  /** The call in which the assistant did it. */
  callId: number | null;
  requestId: string | null;
  /** Where the person had signed in; only of what changes who comes in. */
  from: SeenFrom | null;
}

interface Found {
  id: number;
  subject: string | Date | null;
  of?: string | null;
}
type Lookup = (ctx: TenantContext, ids: number[]) => Promise<Found[]>;

const named =
  (table: typeof staff | typeof services | typeof branches | typeof resources | typeof customers): Lookup =>
  (ctx, ids) =>
    ctx.db
      .select({ id: table.id, subject: table.name })
      .from(table)
      .where(and(eq(table.tenantId, ctx.tenant.id), inArray(table.id, ids)));

const usersOf: Lookup = (ctx, ids) =>
  ctx.db
    .select({ id: users.id, subject: users.name })
    .from(users)
    .where(and(eq(users.tenantId, ctx.tenant.id), inArray(users.id, ids)));

const apiKeysOf: Lookup = (ctx, ids) =>
  ctx.db
    .select({ id: apiKeys.id, subject: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, ctx.tenant.id), inArray(apiKeys.id, ids)));

const lookups: Record<string, Lookup> = {
  staff: named(staff),
  calendar_feed: named(staff),
  service: named(services),
  branch: named(branches),
  resource: named(resources),
  customer: named(customers),
  user: usersOf,
  api_key: apiKeysOf,
  appointment: (ctx, ids) =>
    ctx.db
      .select({
        id: appointments.id,
        subject: appointments.startTime,
        of: sql<string | null>`coalesce(${appointments.attendeeName}, ${customers.name})`,
      })
      .from(appointments)
      .leftJoin(
        customers,
        and(eq(customers.tenantId, appointments.tenantId), eq(customers.id, appointments.customerId)),
      )
      .where(and(eq(appointments.tenantId, ctx.tenant.id), inArray(appointments.id, ids))),
  callback: (ctx, ids) =>
    ctx.db
      .select({
        id: callbacks.id,
        subject: sql<string | null>`coalesce(${callbacks.name}, ${customers.name}, ${callbacks.phone})`,
      })
      .from(callbacks)
      .leftJoin(
        customers,
        and(eq(customers.tenantId, callbacks.tenantId), eq(customers.id, callbacks.customerId)),
      )
      .where(and(eq(callbacks.tenantId, ctx.tenant.id), inArray(callbacks.id, ids))),
  invitation: (ctx, ids) =>
    ctx.db
      .select({ id: invitations.id, subject: invitations.email })
      .from(invitations)
      .where(and(eq(invitations.tenantId, ctx.tenant.id), inArray(invitations.id, ids))),
};

/** Puts names to the ids of a page: one question per kind, and as many rows as there are different ones. */
export async function nameTrail(ctx: TenantContext, rows: readonly StoredRow[]): Promise<TrailRow[]> {
  const find = async (lookup: Lookup | undefined, wanted: (number | null)[]) => {
    const unique = [...new Set(wanted)].filter((id) => id !== null);
    if (!lookup || unique.length === 0) return new Map<number, Found>();
    return new Map((await lookup(ctx, unique)).map((found) => [found.id, found]));
  };
  const kinds = [...new Set(rows.map(({ entityType }) => entityType))];
  const [people, keys, colleagues, ...subjects] = await Promise.all([
    find(
      usersOf,
      rows.map(({ actor }) => (actor.type === "user" ? actor.userId : null)),
    ),
    find(
      apiKeysOf,
      rows.map(({ actor }) => (actor.type === "apiKey" ? actor.apiKeyId : null)),
    ),
    find(
      named(staff),
      rows.flatMap(({ data }) => [idIn(data, "fromStaffId"), idIn(data, "toStaffId")]),
    ),
    ...kinds.map((kind) =>
      find(
        lookups[kind],
        rows.map(({ entityType, entityId }) => (entityType === kind ? entityId : null)),
      ),
    ),
  ]);
  const subjectsOf = new Map(kinds.map((kind, index) => [kind, subjects[index]]));
  return rows.map(({ id, type, entityType, entityId, actor, requestId, createdAt, data }) => {
    const found = entityId === null ? undefined : subjectsOf.get(entityType)?.get(entityId);
    const colleague = (key: string) => colleagues.get(idIn(data, key) ?? 0)?.subject ?? "";
    return {
      id,
      type: type as EventType,
      entityType,
      entityId,
      at: createdAt,
      actor: nameActor(actor, people, keys),
      subject: found?.subject || null,
      of: found?.of ?? null,
      details: {
        ...smallValues(data),
        fromStaff: String(colleague("fromStaffId")),
        toStaff: String(colleague("toStaffId")),
      },
      fields: listIn<string>(data, "fields"),
      changes: listIn<FieldChange>(data, "changes"),
      callId: actor.type === "voice" ? actor.callId : idIn(data, "callId"),
      requestId,
      from: (actor.type === "user" && actor.from) || null,
    };
  });
}

const idIn = (data: Record<string, unknown>, key: string) =>
  typeof data[key] === "number" ? data[key] : null;
/** As the catalogue of events wrote it. */
const listIn = <T>(data: Record<string, unknown>, key: string) =>
  Array.isArray(data[key]) ? (data[key] as T[]) : [];

type Names = Map<number, Found>;

function nameActor(actor: StoredActor, people: Names, keys: Names): TrailActorName {
  const nameIn = (names: Names, id: number | null) =>
    String((id !== null && names.get(id)?.subject) || "") || null;
  switch (actor.type) {
    case "user":
      if (actor.role === "platform_admin") return { kind: "platform" };
      return { kind: "person", name: nameIn(people, actor.userId) };
    case "apiKey":
      return { kind: "apiKey", name: nameIn(keys, actor.apiKeyId) };
    case "webhook":
      return { kind: "webhook", provider: actor.provider };
    case "voice":
      return { kind: "assistant" };
    case "job":
      return { kind: "job" };
  }
}

/** Texts and numbers; a list counts as how many. */
function smallValues(data: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => {
      if (Array.isArray(value)) return [[name, value.length]];
      return typeof value === "string" || typeof value === "number" ? [[name, value]] : [];
    }),
  );
}
