import { describe, expect, test } from "vitest";
import { type Permission, permissions, type Role, roles } from "@/contracts/permissions";
import { can } from "./permissions";

/** Written out by hand: a change of the table has to be made twice, on purpose. */
const readers: Role[] = ["viewer", "staff", "manager", "owner", "platform_admin"];
const counter: Role[] = ["staff", "manager", "owner", "platform_admin"];
const management: Role[] = ["manager", "owner", "platform_admin"];
const allowed: Record<Permission, Role[]> = {
  "calls:read": readers,
  "calls:write": management,
  "calls:annotate": counter,
  "appointments:read": readers,
  "appointments:write": counter,
  "customers:read": readers,
  "customers:write": counter,
  "callbacks:read": readers,
  "callbacks:write": counter,
  "catalog:read": readers,
  "catalog:write": management,
  "views:write": counter,
  "settings:write": management,
  "members:write": ["owner", "platform_admin"],
  "audit:read": ["owner", "platform_admin"],
  "platform:admin": ["platform_admin"],
};

describe.each(roles)("%s", (role) => {
  test.each(permissions)("may %s only if the table says so", (permission) => {
    expect(can({ type: "user", userId: 1, role }, permission)).toBe(allowed[permission].includes(role));
  });
});

test("an API key may do what its scopes name, and never administer", () => {
  const key = { type: "apiKey", apiKeyId: 1, scopes: ["calls:read"] } as const;
  expect(permissions.filter((permission) => can(key, permission))).toEqual(["calls:read"]);
});

test("the phone agent can neither change the business nor read callbacks", () => {
  const voice = { type: "voice", callId: 1 } as const;
  for (const permission of ["catalog:write", "settings:write", "members:write", "platform:admin"] as const)
    expect(can(voice, permission)).toBe(false);
});
