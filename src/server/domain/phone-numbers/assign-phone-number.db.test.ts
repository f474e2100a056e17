import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { calls, callUtterances, events, phoneNumbers, unassignedCalls } from "@/server/db/schema";
import { createBusiness, platformContext, uniquePhone } from "@/test/factories";
import { inboxOf, messagesOf, phoneCall, post, processInbox } from "@/test/retell";
import { replayUnassignedCalls } from "../unassigned-calls/replay-unassigned-calls";
import { assignPhoneNumber } from "./assign-phone-number";

const admin = platformContext({ type: "user", userId: 1, role: "platform_admin" });

async function missedCall(toNumber: string) {
  const call = phoneCall(toNumber);
  const { started, updated, ended, analyzed } = messagesOf(call);
  for (const message of [updated, started, analyzed, ended]) await post(message);
  return call;
}

describe("assigning a number", () => {
  test("gives its waiting calls to the tenant, complete, and once", async () => {
    const { ctx, branchId, agentId } = await createBusiness();
    const phoneNumber = uniquePhone();
    const call = await missedCall(phoneNumber);
    const other = await missedCall(uniquePhone());
    const input = { phoneNumber, tenantId: ctx.tenant.id, branchId, agentId };
    expect(await assignPhoneNumber(admin, input)).toMatchObject({ replayedCalls: 1 });
    await processInbox(ctx.tenant.id);
    const rows = await ctx.db.select().from(calls).where(eq(calls.tenantId, ctx.tenant.id));
    expect(rows).toMatchObject([
      { callId: call.call_id, status: "ended", outcome: "unresolved", transcript: call.transcript, branchId },
    ]);
    const turns = await ctx.db.$count(callUtterances, eq(callUtterances.callId, rows[0]?.id ?? 0));
    expect(turns).toBe(3);
    expect((await inboxOf(ctx.tenant.id)).every((row) => row.status === "processed")).toBe(true);
    const received = await ctx.db
      .select()
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "webhook.received")));
    expect(received).toHaveLength(4);
    expect(await assignPhoneNumber(admin, input)).toMatchObject({ replayedCalls: 0 });
    const waiting = await ctx.db
      .select()
      .from(unassignedCalls)
      .where(eq(unassignedCalls.callId, other.call_id));
    expect(waiting).toMatchObject([{ assignedAt: null }]);
    expect(await post(messagesOf(call).ended)).toMatchObject({ status: 200, body: { call_id: rows[0]?.id } });
  });

  test("also finds a call that came in while the number was being assigned", async () => {
    const { ctx, branchId } = await createBusiness();
    const phoneNumber = uniquePhone();
    await missedCall(phoneNumber);
    await ctx.db.insert(phoneNumbers).values({ tenantId: ctx.tenant.id, branchId, phoneNumber });
    expect(await replayUnassignedCalls(platformContext())).toBe(1);
    expect(await ctx.db.$count(calls, eq(calls.tenantId, ctx.tenant.id))).toBe(1);
  });

  test("never takes it from another tenant, nor a branch or agent of one", async () => {
    const a = await createBusiness();
    const b = await createBusiness();
    const number = { tenantId: b.ctx.tenant.id, branchId: b.branchId, agentId: b.agentId };
    await expect(assignPhoneNumber(admin, { ...number, phoneNumber: a.phoneNumber })).rejects.toMatchObject({
      code: "phone_number.taken",
    });
    const phoneNumber = uniquePhone();
    await expect(
      assignPhoneNumber(admin, { ...number, phoneNumber, branchId: a.branchId }),
    ).rejects.toMatchObject({ code: "branch.not_found" });
    await expect(
      assignPhoneNumber(admin, { ...number, phoneNumber, agentId: a.agentId }),
    ).rejects.toMatchObject({ code: "agent.not_found" });
    await expect(assignPhoneNumber(admin, { ...number, phoneNumber: "none" })).rejects.toMatchObject({
      code: "phone_number.invalid",
    });
  });

  test("is for platform admins only", async () => {
    const { ctx, branchId } = await createBusiness();
    const owner = platformContext({ type: "user", userId: 1, role: "owner" });
    await expect(
      assignPhoneNumber(owner, { phoneNumber: uniquePhone(), tenantId: ctx.tenant.id, branchId }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});
