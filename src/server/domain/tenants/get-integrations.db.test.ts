import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { agents, calcomConnections } from "@/server/db/schema";
import { as, createBusiness } from "@/test/factories";
import { connectCalcom } from "../calcom/connect-calcom";
import { getIntegrations } from "./get-integrations";

describe("the set-up checks", () => {
  test("know which number an agent answers", async () => {
    const { ctx, agentId, phoneNumber } = await createBusiness();
    const answered = { phoneNumber, branchName: "Mitte", agentName: "Assistent", isAnswered: true };
    expect(await getIntegrations(ctx)).toMatchObject({ numbers: [answered], calcom: null });
    await ctx.db.update(agents).set({ status: "retired" }).where(eq(agents.id, agentId));
    expect((await getIntegrations(ctx)).numbers).toEqual([{ ...answered, isAnswered: false }]);
  });

  test("name what Cal.com cannot book, and never its key", async () => {
    const { ctx } = await createBusiness();
    const apiKey = "cal_live_a_secret_key";
    await connectCalcom(ctx, { apiKey });
    const checks = await getIntegrations(ctx);
    expect(checks.calcom).toMatchObject({
      isInUse: false,
      isPaused: false,
      missing: [{ serviceName: "Massage", staffName: "Person 1" }],
    });
    expect(JSON.stringify(checks)).not.toContain(apiKey);
  });

  test("a new key reaches the Cal.com that was connected before", async () => {
    const { ctx } = await createBusiness();
    const baseUrl = "https://cal.example.test/v2";
    await connectCalcom(ctx, { apiKey: "first_secret_key", baseUrl });
    await connectCalcom(ctx, { apiKey: "second_secret_key" });
    const here = eq(calcomConnections.tenantId, ctx.tenant.id);
    const [row] = await ctx.db.select().from(calcomConnections).where(here);
    expect(row?.baseUrl).toBe(baseUrl);
  });

  test("are for those who change settings", async () => {
    const { ctx } = await createBusiness();
    const staff = as(ctx, { type: "user", userId: 1, role: "staff" });
    await expect(getIntegrations(staff)).rejects.toMatchObject({ code: "forbidden" });
  });
});
