import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Sandbox, startSandbox } from "@/sandbox/sandbox";
import { agents, calls, phoneNumbers } from "@/server/db/schema";
import { numberOfWebCall } from "@/server/integrations/retell/web-call";
import { as, createBusiness } from "@/test/factories";
import { post } from "@/test/retell";
import { postTool } from "@/test/voice";
import { findTestCallWay } from "./queries";
import { startWebCall } from "./start-web-call";

const key = "key_of_this_test";
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    appUrl: "http://localhost:3000",
    retellApiKey: key,
    demoFile: "none",
  });
  vi.stubEnv("RETELL_API_KEY", key);
  vi.stubEnv("RETELL_BASE_URL", `${sandbox.url}/retell`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await sandbox.close();
});

async function createLine() {
  const business = await createBusiness();
  const retellAgentId = `agent_${business.ctx.tenant.slug.replaceAll("-", "_")}`;
  await business.ctx.db.update(agents).set({ retellAgentId }).where(eq(agents.id, business.agentId));
  return { ...business, ctx: as(business.ctx, { type: "user", userId: 1, role: "staff" }), retellAgentId };
}

/** The call as Retell has it, which its messages and tool calls carry. */
async function beginWebCall(ctx: Awaited<ReturnType<typeof createLine>>["ctx"]) {
  const { accessToken } = await startWebCall(ctx);
  const call = sandbox.retell.webCalls.values().find(({ access_token }) => access_token === accessToken);
  if (!call) throw new Error("the stand-in knows no such call");
  const { access_token: _secret, ...told } = call;
  return { ...told, call_status: "ongoing" as const, start_timestamp: Date.now() };
}

type WebCall = Awaited<ReturnType<typeof beginWebCall>>;
const started = (call: object) => post({ event: "call_started", call });
const askForServices = async (call: object) =>
  (await postTool("list_services", JSON.stringify({ name: "list_services", args: {}, call }))).json;
const callOf = async ({ ctx }: Awaited<ReturnType<typeof createBusiness>>, { call_id }: WebCall) =>
  (
    await ctx.db
      .select()
      .from(calls)
      .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.callId, call_id)))
  )[0];

test("a call from the browser goes to the business's agent, which knows what it knows on the phone", async () => {
  const line = await createLine();
  const call = await beginWebCall(line.ctx);
  expect(call).toMatchObject({ agent_id: line.retellAgentId, call_type: "web_call" });
  expect(numberOfWebCall(call)).toBe(line.phoneNumber);
});

test("its messages and tool calls, which name no number, reach this business", async () => {
  const line = await createLine();
  const call = await beginWebCall(line.ctx);
  expect((await started(call)).status).toBe(200);
  expect(await callOf(line, call)).toMatchObject({
    branchId: line.branchId,
    agentId: line.agentId,
    fromNumber: null,
    toNumber: line.phoneNumber,
  });
  const other = await beginWebCall(line.ctx);
  expect(await askForServices(other)).toMatchObject({ success: true });
  expect(await callOf(line, other)).toMatchObject({ branchId: line.branchId });
});

test("metadata that we did not sign for exactly this agent opens nothing", async () => {
  const [line, stranger] = [await createLine(), await createLine()];
  const own = await beginWebCall(stranger.ctx);
  const { askproai } = own.metadata as { askproai: { number: string; mark: string } };
  const fakes = [
    { ...own, metadata: undefined },
    { ...own, metadata: { askproai: { number: line.phoneNumber, mark: askproai.mark } } },
    { ...own, metadata: { askproai: { number: line.phoneNumber, mark: "0".repeat(64) } } },
    { ...own, agent_id: line.retellAgentId },
    { ...own, call_type: "phone_call" },
  ];
  for (const [index, fake] of fakes.entries()) {
    const call = { ...fake, call_id: `${own.call_id}_${index}` };
    expect(await askForServices(call)).toMatchObject({ success: false, code: "phone_number.unknown" });
    expect((await started(call)).status).toBe(200);
    expect([await callOf(line, call as WebCall), await callOf(stranger, call as WebCall)]).toEqual([
      undefined,
      undefined,
    ]);
  }
  // The control: as it is, it opens the stranger's own business.
  expect(await askForServices(own)).toMatchObject({ success: true });
  expect(await callOf(stranger, own)).toBeDefined();
});

test("only who may book calls, and without an agent nobody does", async () => {
  const line = await createLine();
  const viewer = as(line.ctx, { type: "user", userId: 1, role: "viewer" });
  await expect(startWebCall(viewer)).rejects.toMatchObject({ code: "forbidden" });
  expect([findTestCallWay(viewer), findTestCallWay(line.ctx)]).toEqual([null, "web"]);
  await line.ctx.db
    .update(phoneNumbers)
    .set({ agentId: null })
    .where(eq(phoneNumbers.phoneNumber, line.phoneNumber));
  await expect(startWebCall(line.ctx)).rejects.toMatchObject({ code: "test_call.no_agent" });
});
