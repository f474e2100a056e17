import {
  bigint,
  foreignKey,
  index,
  int,
  json,
  mysqlEnum,
  mysqlTable,
  primaryKey,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import type { ApiScope } from "@/contracts/permissions";
import { memberRoles, roles, userStatuses } from "@/contracts/permissions";
import { createdAt, id, instant, ref, sha256Hex, tenantId, timestamps, uuid } from "../columns";
import { tenants } from "./tenants";

export const users = mysqlTable(
  "users",
  {
    id: id(),
    name: varchar("name", { length: 255 }).notNull(),
    email: varchar("email", { length: 255 }).notNull(),
    /** argon2id in PHC string format. */
    password: varchar("password", { length: 255 }).notNull(),
    /** NULL for platform admins, who belong to no tenant. */
    tenantId: uuid("tenant_id").references(() => tenants.id),
    role: mysqlEnum("role", roles).notNull(),
    status: mysqlEnum("status", userStatuses).notNull().default("active"),
    locale: mysqlEnum("locale", ["de", "en"]).notNull().default("de"),
    lastSignInAt: instant("last_sign_in_at"),
    ...timestamps(),
  },
  (t) => [unique("users_email_uq").on(t.email), index("users_tenant_ix").on(t.tenantId)],
);

/** A way into a business for somebody without an account. Open until accepted or revoked, and only until it expires. */
export const invitations = mysqlTable(
  "invitations",
  {
    id: id(),
    tenantId: tenantId(),
    email: varchar("email", { length: 255 }).notNull(),
    role: mysqlEnum("role", memberRoles).notNull(),
    /** SHA-256 of the link's token, which was shown once. */
    tokenHash: sha256Hex("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
    ...timestamps(),
  },
  (t) => [
    unique("invitations_token_uq").on(t.tokenHash),
    index("invitations_tenant_ix").on(t.tenantId, t.email),
    foreignKey({ name: "invitations_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** The second factor of somebody's sign-in. Without `confirmedAt` it is only being set up and asks for nothing. */
export const userTotps = mysqlTable("user_totps", {
  userId: ref("user_id")
    .primaryKey()
    .references(() => users.id),
  secretEncrypted: varchar("secret_encrypted", { length: 255 }).notNull(),
  confirmedAt: instant("confirmed_at"),
  /** The time step of the last code that was taken: no code counts twice. */
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
  ...timestamps(),
});

/** Each signs its owner in once instead of a code. */
export const recoveryCodes = mysqlTable(
  "recovery_codes",
  {
    userId: ref("user_id")
      .notNull()
      .references(() => users.id),
    codeHash: sha256Hex("code_hash").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "recovery_codes_pk", columns: [t.userId, t.codeHash] })],
);

/** The cookie carries this id; the row decides at every request whether it still counts. */
export const sessions = mysqlTable(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    userId: ref("user_id")
      .notNull()
      .references(() => users.id),
    userAgent: varchar("user_agent", { length: 255 }),
    ipAddress: varchar("ip_address", { length: 45 }),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    ...timestamps(),
  },
  (t) => [index("sessions_user_id_ix").on(t.userId)],
);

/** Which businesses a platform admin entered in a session: the audit trail says so once, not at every request. */
export const tenantEntries = mysqlTable(
  "tenant_entries",
  {
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id),
    tenantId: tenantId().references(() => tenants.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "tenant_entries_pk", columns: [t.sessionId, t.tenantId] })],
);

/** Further keys beside the tenant's main one: named, scoped, revocable. */
export const apiKeys = mysqlTable(
  "api_keys",
  {
    id: id(),
    tenantId: tenantId(),
    name: varchar("name", { length: 100 }).notNull(),
    /** The first characters, so that an owner can tell keys apart. */
    prefix: varchar("prefix", { length: 16 }).notNull(),
    keyHash: sha256Hex("key_hash").notNull(),
    scopes: json("scopes").$type<ApiScope[]>().notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    ...timestamps(),
  },
  (t) => [
    unique("api_keys_hash_uq").on(t.keyHash),
    unique("api_keys_tenant_id_uq").on(t.tenantId, t.id),
    foreignKey({ name: "api_keys_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** Counters of rate-limiter-flexible, shared by all app processes. `expire` is epoch milliseconds. */
export const rateLimits = mysqlTable("rate_limits", {
  key: varchar("key", { length: 255 }).primaryKey(),
  points: int("points").notNull().default(0),
  expire: bigint("expire", { mode: "number" }),
});
