import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { driftAgent, seedDemoWorkspace } from "@/sandbox/retell/demo-workspace";
import { callInbound } from "@/sandbox/retell/payloads";
import { type Sandbox, startSandbox } from "@/sandbox/sandbox";
import { agents, branches, phoneNumbers } from "@/server/db/schema";
import { agentConfig } from "@/server/voice/agent-config";
import { tools } from "@/server/voice/registry";
import { as, createBusiness, createTenant, uniquePhone } from "@/test/factories";
import { post } from "@/test/retell";
import { checkLines } from "./check-lines";
import { reconcileLines } from "./reconcile-lines";

const key = "key_of_this_test";
const appUrl = "http://localhost:3000";
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, appUrl, retellApiKey: key, demoFile: "none" });
  vi.stubEnv("RETELL_API_KEY", key);
  vi.stubEnv("RETELL_BASE_URL", `${sandbox.url}/retell`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await sandbox.close();
});

/** A business with two numbers, whose agent somebody set up by hand at Retell long ago. */
async function createLines() {
  const business = await createBusiness();
  const { ctx, branchId, agentId, phoneNumber } = business;
  const second = uniquePhone();
  await ctx.db
    .insert(phoneNumbers)
    .values({ tenantId: ctx.tenant.id, phoneNumber: second, branchId, agentId });
  const slug = ctx.tenant.slug;
  seedDemoWorkspace(sandbox.retell, {
    url: appUrl,
    tenants: [{ slug, name: "Praxis Test", apiKey: "", phoneNumbers: [phoneNumber, second] }],
    retell: { apiKey: "" },
  });
  const retellAgentId = `agent_${slug.replaceAll("-", "_")}`;
  await ctx.db.update(agents).set({ retellAgentId }).where(eq(agents.id, agentId));
  return { ...business, retellAgentId };
}

type Lines = Awaited<ReturnType<typeof checkLines>>;
/** What differs at each agent, and at its numbers. */
const kinds = ({ agents: [agent] }: Lines) =>
  [agent, ...(agent?.numbers ?? [])].map((part) => part?.differences.map(({ kind }) => kind));
const right = [[], [], []];
const requests = () => sandbox.retell.agentVersions.values().length;

describe("the lines of a business", () => {
  test("name each difference between Retell and the code", async () => {
    const { ctx } = await createLines();
    const checked = await checkLines(ctx, agentConfig);
    expect(checked).toMatchObject({ isConfigured: true, agents: [{ agentName: "Assistent", version: 3 }] });
    const found = ["greeting", "prompt", "settings", "tools_missing", "tools_different", "tools_extra"];
    expect(kinds(checked)).toEqual([found, ["version_open"], ["version_open"]]);
    expect(checked.state).toBe("other");
    expect(checked.agents[0]?.differences).toContainEqual({
      kind: "tools_extra",
      names: ["check_availability_v17"],
    });
  });

  test("are as expected after reconciling, in one published version; the next call is answered by it", async () => {
    const { ctx, phoneNumber, retellAgentId } = await createLines();
    const repaired = await reconcileLines(ctx, agentConfig);
    expect(kinds(repaired)).toEqual(right);
    expect(repaired.state).toBe("same");
    expect(repaired.agents[0]?.version).toBe(4);
    expect(sandbox.retell.agents.get(retellAgentId)).toMatchObject({
      version: 4,
      is_published: true,
      voice_id: "11labs-Carola",
    });
    expect(sandbox.retell.phoneNumbers.get(phoneNumber)?.inbound_agents).toEqual([
      { agent_id: retellAgentId, agent_version: 4, weight: 1 },
    ]);
    const answer = await post(callInbound({ from_number: "anonymous", to_number: phoneNumber }));
    expect(answer.body.call_inbound).toMatchObject({
      override_agent_id: retellAgentId,
      override_agent_version: 4,
    });
  });

  test("are left alone where they are right, and repaired where they drifted", async () => {
    const { ctx, retellAgentId } = await createLines();
    await reconcileLines(ctx, agentConfig);
    const before = requests();
    expect((await reconcileLines(ctx, agentConfig)).agents[0]?.version).toBe(4);
    expect(requests()).toBe(before);
    driftAgent(sandbox.retell, retellAgentId);
    const lastTool = tools.at(-1)?.name;
    const drifted = await checkLines(ctx, agentConfig);
    expect(kinds(drifted)).toEqual([["tools_missing"], ["version_open"], ["version_open"]]);
    expect(drifted.state).toBe("partly");
    expect(drifted.agents[0]?.differences).toContainEqual({
      kind: "tools_missing",
      names: [lastTool],
    });
    const repaired = await reconcileLines(ctx, agentConfig);
    expect([kinds(repaired), repaired.agents[0]?.version]).toEqual([right, 5]);
  });

  test("are repaired by a second attempt after the first broke off in the middle, and survive a lost answer", async () => {
    const { ctx } = await createLines();
    for (const endpoint of ["update-retell-llm", "update-agent"]) {
      sandbox.faults.set({ retell: [{ fault: "500", times: 3, endpoint }] });
      await expect(reconcileLines(ctx, agentConfig)).rejects.toMatchObject({ code: "retell.unavailable" });
    }
    sandbox.faults.set({
      retell: [{ fault: "reset_after_success", times: 1, endpoint: "publish-agent-version" }],
    });
    const repaired = await reconcileLines(ctx, agentConfig);
    expect([kinds(repaired), repaired.agents[0]?.version]).toEqual([right, 4]);
  }, 30_000);

  test("that Retell does not know are said to be unknown, and reconciling invents nothing", async () => {
    const { ctx } = await createBusiness();
    expect(kinds(await reconcileLines(ctx, agentConfig))).toEqual([["agent_unknown"], ["number_unknown"]]);
    const [agent] = await ctx.db.select().from(agents).where(eq(agents.tenantId, ctx.tenant.id));
    expect(agent?.reconciledAt).toBeNull();
  });

  test("without an agent say so", async () => {
    const ctx = await createTenant();
    const [branch] = await ctx.db
      .insert(branches)
      .values({ tenantId: ctx.tenant.id, name: "Mitte", federalState: "BE" })
      .$returningId();
    const line = { tenantId: ctx.tenant.id, phoneNumber: uniquePhone(), branchId: branch?.id ?? 0 };
    await ctx.db.insert(phoneNumbers).values(line);
    expect(kinds(await reconcileLines(ctx, agentConfig))).toEqual([["no_agent"], []]);
  });

  test("may be looked at by staff, and repaired only by those who may set things up", async () => {
    const { ctx } = await createLines();
    const staff = as(ctx, { type: "user", userId: 1, role: "staff" });
    expect((await checkLines(staff, agentConfig)).agents[0]?.numbers).toHaveLength(2);
    await expect(reconcileLines(staff, agentConfig)).rejects.toMatchObject({ code: "forbidden" });
  });
});
