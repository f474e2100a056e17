import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { BusinessSettings } from "@/contracts/business-settings";
import { events } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { as, createTenant } from "@/test/factories";
import { changeBusinessSettings } from "./change-business-settings";
import { getBusinessSettings } from "./get-business-settings";

const settings: BusinessSettings = {
  name: "Praxis am Park",
  kind: "medical",
  timeZone: "Europe/Vienna",
  minNoticeMinutes: 0,
  bookingWindowDays: 60,
  slotStepMinutes: 30,
  recordingConsent: "ask",
};

describe("the settings of a business", () => {
  test("are what was saved, and the trail names what changed, once", async () => {
    const ctx = await createTenant();
    await changeBusinessSettings(ctx, { ...(await getBusinessSettings(ctx)), slotStepMinutes: 30 });
    await changeBusinessSettings(ctx, settings);
    await changeBusinessSettings(ctx, settings);
    expect(await getBusinessSettings(ctx)).toEqual(settings);
    const trail = await testDatabase()
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "tenant.settings_changed")));
    expect(trail).toHaveLength(2);
    expect(trail[0]?.data).toEqual({
      fields: ["slotStepMinutes"],
      changes: [{ field: "slotStepMinutes", from: 15, to: 30 }],
    });
  });

  test.each([
    ["timeZone", "Europe/Bielefeld"],
    ["slotStepMinutes", 7],
    ["slotStepMinutes", 0],
    ["bookingWindowDays", 0],
    ["minNoticeMinutes", -1],
    ["name", " "],
  ])("have no %s like %j", async (field, value) => {
    const ctx = await createTenant();
    await expect(changeBusinessSettings(ctx, { ...settings, [field]: value })).rejects.toThrow();
  });

  test("are not the front desk's", async () => {
    const ctx = await createTenant();
    const staff = as(ctx, { type: "user", userId: 1, role: "staff" });
    await expect(getBusinessSettings(staff)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeBusinessSettings(staff, settings)).rejects.toMatchObject({ code: "forbidden" });
  });
});
