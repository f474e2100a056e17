import { type Role, roles } from "@/contracts/permissions";
import type { Actor } from "../_core/context";
import { DomainError } from "../_core/errors";

/**
 * Nobody gives, takes or touches more than they have themselves. `roles` begins with the most powerful.
 * @throws DomainError `user.above_own_role`
 */
export function requireRoleWithin(actor: Actor, role: Role): void {
  if (actor.type === "user" && roles.indexOf(role) < roles.indexOf(actor.role))
    throw new DomainError("user.above_own_role", "forbidden");
}
