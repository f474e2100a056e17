import {
  foreignKey,
  index,
  int,
  json,
  mysqlEnum,
  mysqlTable,
  primaryKey,
  text,
  tinyint,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import { confirmationDecisions, confirmedActions } from "@/contracts/offers";
import { calendarSources } from "@/contracts/tenants";
import { createdAt, id, instant, ref, tenantId, timestamps } from "../columns";
import { branches } from "./branches";
import { calls } from "./calls";
import { resources } from "./resources";
import { services } from "./services";
import { staff } from "./staff";
import { tenants } from "./tenants";

/**
 * A time that was offered in a call. The row stands for exactly these values: what is read back and booked is this and
 * nothing else. While `held_until` lies ahead its cells belong to the call, and nobody else is offered this time.
 */
export const offers = mysqlTable(
  "offers",
  {
    id: id(),
    tenantId: tenantId(),
    callId: ref("call_id").notNull(),
    /** What the agent hands back: short, random, worth something only in its own call. */
    code: varchar("code", { length: 16 }).notNull(),
    serviceId: ref("service_id").notNull(),
    staffId: ref("staff_id").notNull(),
    /** Where the service needs more than one person. */
    furtherStaffIds: json("further_staff_ids").$type<number[]>().notNull(),
    resourceId: ref("resource_id"),
    branchId: ref("branch_id").notNull(),
    startTime: instant("start_time").notNull(),
    endTime: instant("end_time").notNull(),
    priceCents: int("price_cents").notNull(),
    source: mysqlEnum("source", calendarSources).notNull(),
    /** Where the source is Cal.com: the event type that this time belongs to. */
    calcomEventTypeId: int("calcom_event_type_id"),
    heldUntil: instant("held_until"),
    /** When it was first kept for its call; stays when the hold has ended. */
    heldAt: instant("held_at"),
    /** What was asked for, where several times are kept, and counted, as one: a course of appointments. */
    groupKey: varchar("group_key", { length: 191 }),
    ...timestamps(),
  },
  (t) => [
    unique("offers_tenant_id_uq").on(t.tenantId, t.id),
    unique("offers_code_uq").on(t.tenantId, t.callId, t.code),
    // The time first: what is held now is little, over all tenants.
    index("offers_held_ix").on(t.heldUntil, t.tenantId),
    foreignKey({
      name: "offers_call_fk",
      columns: [t.tenantId, t.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "offers_service_fk",
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }),
    foreignKey({
      name: "offers_staff_fk",
      columns: [t.tenantId, t.staffId],
      foreignColumns: [staff.tenantId, staff.id],
    }),
    foreignKey({
      name: "offers_resource_fk",
      columns: [t.tenantId, t.resourceId],
      foreignColumns: [resources.tenantId, resources.id],
    }),
    foreignKey({
      name: "offers_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }),
  ],
);

/**
 * Rows that are only ever locked: of the calls whose numbers share a turn one after the other counts and keeps. Few, so
 * that no number has to be kept for it.
 */
export const holdTurns = mysqlTable(
  "hold_turns",
  { tenantId: tenantId(), turn: tinyint("turn").notNull() },
  (t) => [
    primaryKey({ name: "hold_turns_pk", columns: [t.tenantId, t.turn] }),
    foreignKey({ name: "hold_turns_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** Each time a booking, move or cancellation asked for the caller's yes: what was decided, and on which words it rests. */
export const spokenConfirmations = mysqlTable(
  "spoken_confirmations",
  {
    id: id(),
    tenantId: tenantId(),
    callId: ref("call_id").notNull(),
    action: mysqlEnum("action", confirmedActions).notNull(),
    offerId: ref("offer_id"),
    /** The appointment that is moved or cancelled. No foreign key: the record outlives a deletion. */
    appointmentId: ref("appointment_id"),
    decision: mysqlEnum("decision", confirmationDecisions).notNull(),
    /** The caller's words that decided, where there were any. */
    utterance: text("utterance"),
    /** Milliseconds since the call began. */
    atMs: int("at_ms"),
    createdAt: createdAt(),
  },
  (t) => [
    index("spoken_confirmations_call_ix").on(t.tenantId, t.callId),
    foreignKey({
      name: "spoken_confirmations_call_fk",
      columns: [t.tenantId, t.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "spoken_confirmations_offer_fk",
      columns: [t.tenantId, t.offerId],
      foreignColumns: [offers.tenantId, offers.id],
    }).onDelete("cascade"),
  ],
);
