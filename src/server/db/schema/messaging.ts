import { sql } from "drizzle-orm";
import { index, int, json, mediumtext, mysqlEnum, mysqlTable, unique, varchar } from "drizzle-orm/mysql-core";
import type { StoredActor } from "@/contracts/actors";
import { createdAt, id, instant, ref, timestamps, uuid } from "../columns";

/** Facts from outside, stored before they are answered. A redelivery hits the unique key and changes nothing. */
export const webhookInbox = mysqlTable(
  "webhook_inbox",
  {
    id: id(),
    provider: mysqlEnum("provider", ["retell", "calcom"]).notNull(),
    /** What makes two deliveries the same, e.g. `call_ended:call_123`. */
    externalId: varchar("external_id", { length: 191 }).notNull(),
    eventType: varchar("event_type", { length: 64 }).notNull(),
    /** NULL until the owner is known. */
    tenantId: uuid("tenant_id"),
    body: mediumtext("body").notNull(),
    status: mysqlEnum("status", ["received", "processed", "ignored", "failed"]).notNull().default("received"),
    /** Why it was ignored or failed. */
    reason: varchar("reason", { length: 500 }),
    deliveries: int("deliveries").notNull().default(1),
    processedAt: instant("processed_at"),
    ...timestamps(),
  },
  (t) => [
    unique("webhook_inbox_external_uq").on(t.provider, t.externalId),
    index("webhook_inbox_status_ix").on(t.status, t.id),
    index("webhook_inbox_type_ix").on(t.eventType, t.id),
    index("webhook_inbox_tenant_ix").on(t.tenantId, t.id),
    index("webhook_inbox_created_ix").on(t.createdAt),
  ],
);

/** Facts from us, append-only: audit trail, activity timeline and outbox in one row. */
export const events = mysqlTable(
  "events",
  {
    id: id(),
    /** NULL only for facts about the platform itself. */
    tenantId: uuid("tenant_id"),
    type: varchar("type", { length: 80 }).notNull(),
    entityType: varchar("entity_type", { length: 40 }).notNull(),
    entityId: ref("entity_id"),
    data: json("data").$type<Record<string, unknown>>().notNull(),
    actor: json("actor").$type<StoredActor>().notNull(),
    /** The person among the actors once more, so that the trail can be read by person. */
    actorUserId: ref("actor_user_id"),
    /** The kind of the actor once more, so that what people did can be read without what machines did. */
    actorType: varchar("actor_type", { length: 16 }).generatedAlwaysAs(
      sql`(json_unquote(json_extract(\`actor\`, '$.type')))`,
      { mode: "virtual" },
    ),
    requestId: varchar("request_id", { length: 64 }),
    createdAt: createdAt(),
    /** When the queue took it; NULL is what the sweeper looks for. */
    dispatchedAt: instant("dispatched_at"),
  },
  (t) => [
    index("events_outbox_ix").on(t.dispatchedAt, t.id),
    index("events_tenant_ix").on(t.tenantId, t.id),
    index("events_entity_ix").on(t.tenantId, t.entityType, t.entityId, t.id),
    index("events_trail_ix").on(t.tenantId, t.createdAt),
    index("events_trail_kind_ix").on(t.tenantId, t.entityType, t.createdAt),
    index("events_trail_person_ix").on(t.tenantId, t.actorUserId, t.createdAt),
    index("events_trail_person_kind_ix").on(t.tenantId, t.actorUserId, t.entityType, t.createdAt),
    index("events_trail_actor_ix").on(t.tenantId, t.actorType, t.createdAt),
    index("events_trail_actor_kind_ix").on(t.tenantId, t.actorType, t.entityType, t.createdAt),
  ],
);

/** One row per background loop: when it last lived. */
export const heartbeats = mysqlTable("heartbeats", {
  name: varchar("name", { length: 64 }).primaryKey(),
  beatAt: instant("beat_at").notNull(),
  detail: varchar("detail", { length: 255 }),
});
