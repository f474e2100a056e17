import { type Limit, type LimitState, takePoint } from "@/server/auth/rate-limiter";
import type { PlatformContext, TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import { findApiKey } from "@/server/domain/api-keys/find-api-key";

const perKey: Limit = { name: "api-key", points: 60, windowSeconds: 60 };

/**
 * The business behind the key. The key alone says which one it is: nothing in the request can.
 * @throws DomainError `unauthenticated`, the same for a missing, unknown and revoked key
 */
export async function authenticate(
  { db, requestId }: Pick<PlatformContext, "db" | "requestId">,
  headers: Headers,
): Promise<TenantContext> {
  const key = presentedKey(headers);
  const known = key ? await findApiKey(db, key) : undefined;
  if (!known) throw new DomainError("unauthenticated", "unauthenticated");
  const { tenant, apiKeyId, scopes } = known;
  return { tenant, actor: { type: "apiKey", apiKeyId, scopes }, db, requestId };
}

function presentedKey(headers: Headers): string | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  return bearer ?? headers.get("x-api-key")?.trim();
}

/** Counts the request against its key and says so in the usual headers. @throws DomainError `rate_limited` */
export async function limitRate(ctx: TenantContext, headers: Headers): Promise<void> {
  const { actor, tenant, db } = ctx;
  const apiKeyId = actor.type === "apiKey" ? actor.apiKeyId : null;
  const state = await takePoint(db, perKey, apiKeyId === null ? tenant.id : `key-${apiKeyId}`);
  announce(state, headers);
  if (!state.allowed) throw new DomainError("rate_limited", "rate_limited");
}

function announce({ allowed, remaining, resetMs }: LimitState, headers: Headers): void {
  const resetSeconds = Math.ceil(resetMs / 1000);
  headers.set("RateLimit-Policy", `${perKey.points};w=${perKey.windowSeconds}`);
  headers.set("RateLimit-Limit", String(perKey.points));
  headers.set("RateLimit-Remaining", String(remaining));
  headers.set("RateLimit-Reset", String(resetSeconds));
  headers.set("X-RateLimit-Limit", String(perKey.points));
  headers.set("X-RateLimit-Remaining", String(remaining));
  headers.set("X-RateLimit-Reset", String(Math.ceil((Date.now() + resetMs) / 1000)));
  if (!allowed) headers.set("Retry-After", String(Math.max(1, resetSeconds)));
}
