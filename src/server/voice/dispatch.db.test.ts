import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { toolInvocations } from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";
import { ensureCall } from "@/server/domain/calls/ensure-call";
import { resolveCalledNumber } from "@/server/domain/phone-numbers/resolve-called-number";
import { as, createBusiness, platformContext } from "@/test/factories";
import { newCallId } from "@/test/retell";
import { invocationsOf } from "@/test/voice";
import { within } from "./deadline";
import { dispatch } from "./dispatch";
import { sentencesFor } from "./sentences";
import { answer, defineTool, type Reply, refuse, type VoiceCall } from "./tool";

async function startCall() {
  const { ctx, phoneNumber } = await createBusiness();
  const called = await resolveCalledNumber(platformContext(), phoneNumber);
  if (!called) throw new Error("the number is unknown");
  const row = await ensureCall(ctx, { retellCallId: newCallId(), toNumber: phoneNumber });
  const call: VoiceCall = {
    row,
    called,
    callerPhone: row.fromNumber,
    conversation: [],
    wholeConversation: [],
    agentName: undefined,
    sentences: sentencesFor("de"),
    clock: { now: new Date(), timeZone: called.branchTimeZone },
  };
  return { ctx: as(ctx, { type: "voice", callId: row.id }), call };
}

/** A writing tool that ends when it is told to, and counts how often it ran. */
function slowTool() {
  let finish: (reply: Reply) => void = () => undefined;
  let runs = 0;
  const tool = defineTool({
    name: "slow_tool",
    description: "",
    kind: "write",
    args: z.object({}),
    deadlineMs: 50,
    run: () => {
      runs++;
      return new Promise<Reply>((resolve) => {
        finish = resolve;
      });
    },
  });
  return { tool, finish: (reply: Reply) => finish(reply), runs: () => runs };
}

const late = refuse("deadline", "Das dauert gerade länger als sonst.");
const ask = (ctx: TenantContext, call: VoiceCall, tool: ReturnType<typeof slowTool>["tool"], ms: number) =>
  within(
    ms,
    () => late,
    (deadline) => dispatch(ctx, call, { tool, args: {}, toolCallId: "tool_1" }, deadline),
  );

describe("a tool that outlasts its deadline", () => {
  test("is answered in time; its work goes on, and the retry gets its answer", async () => {
    const { ctx, call } = await startCall();
    const slow = slowTool();
    expect(await ask(ctx, call, slow.tool, 100)).toEqual(late);
    expect((await invocationsOf(ctx.tenant.id))[0]).toMatchObject({ status: "running", reply: null });

    const retry = ask(ctx, call, slow.tool, 5_000);
    slow.finish(answer("Ihr Termin ist gebucht.", { id: 1 }));
    expect(await retry).toEqual(answer("Ihr Termin ist gebucht.", { id: 1 }));
    expect(slow.runs()).toBe(1);
    expect((await invocationsOf(ctx.tenant.id))[0]).toMatchObject({ status: "succeeded" });
  });

  test("whose process died is carried out again by a retry, and not while it may be alive", async () => {
    const { ctx, call } = await startCall();
    const dead = slowTool();
    await ask(ctx, call, dead.tool, 100);
    const alive = slowTool();
    expect(await ask(ctx, call, alive.tool, 100)).toEqual(late);
    expect(alive.runs()).toBe(0);
    await ctx.db
      .update(toolInvocations)
      .set({ updatedAt: new Date(Date.now() - 61_000) })
      .where(eq(toolInvocations.tenantId, ctx.tenant.id));
    await ask(ctx, call, alive.tool, 100);
    expect(alive.runs()).toBe(1);
  });
});

describe("a tool that throws", () => {
  test("anything unexpected becomes an honest sentence and a failed invocation", async () => {
    const { ctx, call } = await startCall();
    const broken = defineTool({
      ...slowTool().tool,
      run: () => Promise.reject(new Error("secret detail")),
    });
    const reply = await ask(ctx, call, broken, 5_000);
    expect(reply).toEqual(refuse("internal", call.sentences.technical()));
    const [row] = await invocationsOf(ctx.tenant.id);
    expect(row).toMatchObject({ status: "failed", errorCode: "internal" });
    expect(JSON.stringify(row)).not.toContain("secret detail");
  });
});
