import { describe, expect, test } from "vitest";
import { type Role, roles } from "@/contracts/permissions";
import { requireRoleWithin } from "./require-role-within";

const allowed = (own: Role) =>
  roles.filter((role) => {
    try {
      requireRoleWithin({ type: "user", userId: 1, role: own }, role);
      return true;
    } catch {
      return false;
    }
  });

describe("the roles somebody may give", () => {
  test("end at their own", () => {
    expect(allowed("viewer")).toEqual(["viewer"]);
    expect(allowed("manager")).toEqual(["manager", "staff", "viewer"]);
    expect(allowed("owner")).toEqual(["owner", "manager", "staff", "viewer"]);
  });
});
