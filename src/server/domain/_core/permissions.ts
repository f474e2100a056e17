import { type Permission, rolePermissions } from "@/contracts/permissions";
import type { Actor } from "./context";
import { DomainError } from "./errors";

/** What the phone agent may do on a caller's behalf. */
const voicePermissions: readonly Permission[] = [
  "calls:read",
  "calls:write",
  "appointments:read",
  "appointments:write",
  "customers:read",
  "customers:write",
  "callbacks:write",
  "catalog:read",
];

export function can(actor: Actor, permission: Permission): boolean {
  switch (actor.type) {
    case "user":
      return rolePermissions[actor.role].includes(permission);
    case "apiKey":
      return (actor.scopes as readonly string[]).includes(permission);
    case "voice":
      return voicePermissions.includes(permission);
    case "webhook":
    case "job":
      return permission !== "platform:admin" || actor.type === "job";
  }
}

/** @throws DomainError `forbidden` */
export function requirePermission(ctx: { actor: Actor }, permission: Permission): void {
  if (!can(ctx.actor, permission)) throw new DomainError("forbidden", "forbidden", { permission });
}
