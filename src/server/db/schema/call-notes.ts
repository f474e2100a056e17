import {
  foreignKey,
  index,
  mysqlEnum,
  mysqlTable,
  primaryKey,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import { callReportKinds, noteLimit, tagLimit } from "@/contracts/calls";
import { createdAt, id, instant, ref, tenantId, timestamps } from "../columns";
import { calls } from "./calls";
import { users } from "./identity";
import { tenants } from "./tenants";

/** What the team writes down about a call. People of the platform write, too: an author need not be of the tenant. */
export const callNotes = mysqlTable(
  "call_notes",
  {
    id: id(),
    tenantId: tenantId(),
    callId: ref("call_id").notNull(),
    authorId: ref("author_id").notNull(),
    text: varchar("text", { length: noteLimit }).notNull(),
    /** When its author last changed the words. */
    editedAt: instant("edited_at"),
    ...timestamps(),
  },
  (t) => [
    index("call_notes_call_ix").on(t.tenantId, t.callId, t.id),
    foreignKey({
      name: "call_notes_call_fk",
      columns: [t.tenantId, t.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }).onDelete("cascade"),
    foreignKey({ name: "call_notes_author_fk", columns: [t.authorId], foreignColumns: [users.id] }),
  ],
);

/** The few words by which a business sorts its calls; upper and lower case are the same word. */
export const tags = mysqlTable(
  "tags",
  {
    id: id(),
    tenantId: tenantId(),
    name: varchar("name", { length: tagLimit }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("tags_tenant_id_uq").on(t.tenantId, t.id),
    unique("tags_name_uq").on(t.tenantId, t.name),
    foreignKey({ name: "tags_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** In the order of the list, so that a filter by tag reads one stretch and nothing it does not show. */
export const callTags = mysqlTable(
  "call_tags",
  {
    tenantId: tenantId(),
    tagId: ref("tag_id").notNull(),
    /** Of the call, as it stood when it was tagged. */
    startTimestamp: instant("start_timestamp").notNull(),
    callId: ref("call_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "call_tags_pk", columns: [t.tenantId, t.tagId, t.startTimestamp, t.callId] }),
    unique("call_tags_call_uq").on(t.tenantId, t.callId, t.tagId),
    foreignKey({
      name: "call_tags_tag_fk",
      columns: [t.tenantId, t.tagId],
      foreignColumns: [tags.tenantId, tags.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "call_tags_call_fk",
      columns: [t.tenantId, t.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }).onDelete("cascade"),
  ],
);

/** Something that went wrong in a call, told by the people of the business to those of the platform. */
export const callReports = mysqlTable(
  "call_reports",
  {
    id: id(),
    tenantId: tenantId(),
    callId: ref("call_id").notNull(),
    kind: mysqlEnum("kind", callReportKinds).notNull(),
    text: varchar("text", { length: noteLimit }).notNull(),
    reportedBy: ref("reported_by").notNull(),
    /** Of the request that reported it: leads to the log. */
    requestId: varchar("request_id", { length: 64 }).notNull(),
    /** NULL as long as nobody of the platform has looked into it. */
    settledAt: instant("settled_at"),
    settledBy: ref("settled_by"),
    answer: varchar("answer", { length: noteLimit }),
    ...timestamps(),
  },
  (t) => [
    index("call_reports_call_ix").on(t.tenantId, t.callId, t.id),
    index("call_reports_open_ix").on(t.settledAt, t.id),
    foreignKey({
      name: "call_reports_call_fk",
      columns: [t.tenantId, t.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }).onDelete("cascade"),
    foreignKey({ name: "call_reports_reporter_fk", columns: [t.reportedBy], foreignColumns: [users.id] }),
    foreignKey({ name: "call_reports_settler_fk", columns: [t.settledBy], foreignColumns: [users.id] }),
  ],
);
