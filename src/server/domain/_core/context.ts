import type { StoredActor } from "@/contracts/actors";
import type { ApiScope, Role } from "@/contracts/permissions";
import type { SeenFrom } from "@/lib/seen-from";
import type { Database } from "@/server/db";

/** Who acts. Verbs never ask where a request came from in any other way. */
export type Actor =
  /** `from` is where the person signed in. */
  | { type: "user"; userId: number; role: Role; from?: SeenFrom }
  | { type: "apiKey"; apiKeyId: number | null; scopes: readonly ApiScope[] }
  | { type: "voice"; callId: number }
  | { type: "webhook"; provider: "retell" | "calcom" }
  | { type: "job"; name: string };

export interface TenantRef {
  id: string;
  slug: string;
  /** IANA zone. */
  timeZone: string;
}

/** First argument of every verb and query: no tenant, no access. */
export interface TenantContext {
  tenant: TenantRef;
  actor: Actor;
  db: Database;
  requestId: string;
}

/** For the few verbs above tenants: platform administration, sign-in, jobs that sweep all tenants. */
export interface PlatformContext {
  actor: Actor;
  db: Database;
  requestId: string;
}

export function storedActor(actor: Actor): StoredActor {
  switch (actor.type) {
    case "user":
      return { type: "user", userId: actor.userId, role: actor.role, from: actor.from };
    case "apiKey":
      return { type: "apiKey", apiKeyId: actor.apiKeyId };
    default:
      return actor;
  }
}
