import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { calls, events } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { createBusiness } from "@/test/factories";
import { eventually, serveFunctions, testExecutor } from "@/test/jobs";
import { inboxOf, messagesOf, phoneCall, post } from "@/test/retell";
import { processWebhook } from "./process-webhook";

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

// What other tests of this database left in the outbox is not this test's work.
beforeEach(() =>
  testDatabase().update(events).set({ dispatchedAt: new Date() }).where(isNull(events.dispatchedAt)),
);

async function startApp() {
  const server = await serveFunctions([processWebhook]);
  const executor = testExecutor(server.url);
  closing.push(server.close, () => executor.stop());
}

describe("a stored webhook", () => {
  test("is processed by whichever process lives next, if its own died after the answer", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const call = phoneCall(phoneNumber);
    const { started, updated, ended, analyzed } = messagesOf(call);
    for (const message of [started, updated, ended, analyzed]) await post(message);
    expect((await inboxOf(ctx.tenant.id)).map((row) => row.status)).toEqual(Array(4).fill("received"));

    await startApp();
    await eventually(async () => (await inboxOf(ctx.tenant.id)).every((row) => row.status === "processed"));
    const [row] = await ctx.db
      .select()
      .from(calls)
      .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.callId, call.call_id)));
    expect(row).toMatchObject({ status: "ended", outcome: "unresolved", transcript: call.transcript });
  });

  test("that cannot be read ends as failed with its reason; its neighbours do not wait", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const { ended } = messagesOf(phoneCall(phoneNumber));
    await post({ ...ended, call: { ...ended.call, call_cost: { combined_cost: "4,56" } } });
    await post(messagesOf(phoneCall(phoneNumber)).ended);
    await startApp();
    await eventually(async () => (await inboxOf(ctx.tenant.id))[1]?.status === "processed");
    const failed = await eventually(async () => {
      const [row] = await inboxOf(ctx.tenant.id);
      return row?.status === "failed" && row;
    });
    expect(failed.reason).toMatch(/unreadable: .*combined_cost/s);
    await eventually(async () => {
      const [call] = await ctx.db.select().from(calls).where(eq(calls.callId, ended.call.call_id));
      return call?.outcome === "unresolved";
    });
  });
});
