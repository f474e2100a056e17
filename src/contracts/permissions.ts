/** One table, role × permission. Verbs check it; the interface only mirrors it. */
export const roles = ["platform_admin", "owner", "manager", "staff", "viewer"] as const;
export type Role = (typeof roles)[number];
/** Those of a business's own people, the most powerful first. */
export const memberRoles = ["owner", "manager", "staff", "viewer"] as const;
export type MemberRole = (typeof memberRoles)[number];
export const userStatuses = ["active", "disabled"] as const;

export const permissions = [
  "calls:read",
  "calls:write",
  "calls:annotate",
  "appointments:read",
  "appointments:write",
  "customers:read",
  "customers:write",
  "callbacks:read",
  "callbacks:write",
  "catalog:read",
  "catalog:write",
  "views:write",
  "settings:write",
  "members:write",
  "audit:read",
  "platform:admin",
] as const;
export type Permission = (typeof permissions)[number];

const read = ["calls:read", "appointments:read", "customers:read", "callbacks:read", "catalog:read"] as const;
const counter = [
  ...read,
  "calls:annotate",
  "appointments:write",
  "customers:write",
  "callbacks:write",
  "views:write",
] as const;
const manage = [...counter, "calls:write", "catalog:write", "settings:write"] as const;

export const rolePermissions: Record<Role, readonly Permission[]> = {
  viewer: read,
  staff: counter,
  manager: manage,
  owner: [...manage, "members:write", "audit:read"],
  platform_admin: permissions,
};

/** What an API key may do; the tenant's main key has all of them. */
export const apiScopes = [
  "calls:read",
  "calls:write",
  "appointments:read",
  "appointments:write",
  "customers:read",
  "customers:write",
] as const;
export type ApiScope = (typeof apiScopes)[number];
