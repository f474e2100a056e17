import type { Actor } from "../_core/context";
import { DomainError } from "../_core/errors";

/** For what a person does with their own account. @throws DomainError `unauthenticated` for machines */
export function requireUser(ctx: { actor: Actor }): Extract<Actor, { type: "user" }> {
  if (ctx.actor.type !== "user") throw new DomainError("unauthenticated", "unauthenticated");
  return ctx.actor;
}
