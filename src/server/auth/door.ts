import { randomUUID } from "node:crypto";
import { getDatabase } from "@/server/db";
import type { PlatformContext, TenantContext } from "@/server/domain/_core/context";
import { DomainError, notFound } from "@/server/domain/_core/errors";
import { can } from "@/server/domain/_core/permissions";
import { enterTenant } from "@/server/domain/tenants/enter-tenant";
import type { CurrentUser } from "./current-user";

/** One request of a person: who it is, and the two ways on, each checked when it is taken. */
export interface Door {
  requestId: string;
  user: CurrentUser | null;
  /** @throws DomainError `unauthenticated` */
  account(): PlatformContext & { user: CurrentUser };
  /** @throws DomainError `unauthenticated`, or not_found where the person has no business */
  tenant(): Promise<TenantContext & { user: CurrentUser }>;
  /** @throws DomainError `unauthenticated`, or not_found for everybody but platform admins */
  platform(): PlatformContext & { user: CurrentUser };
}

/** `slug` is the first segment of the path: a business, or "platform". */
export function doorFor(user: CurrentUser | null, slug: string, db = getDatabase()): Door {
  const requestId = randomUUID();
  const account = () => {
    if (!user) throw new DomainError("unauthenticated", "unauthenticated");
    const actor = { type: "user", userId: user.userId, role: user.role, from: user.from } as const;
    return { actor, db, requestId, user };
  };
  let entered: Promise<TenantContext & { user: CurrentUser }> | undefined;
  const enter = async () => {
    const ctx = account();
    return { ...(await enterTenant(ctx, ctx.user, slug)), user: ctx.user };
  };
  return {
    requestId,
    user,
    account,
    tenant: () => {
      entered ??= enter();
      return entered;
    },
    platform: () => {
      const ctx = account();
      if (slug !== "platform" || !can(ctx.actor, "platform:admin")) throw notFound("page");
      return ctx;
    },
  };
}
