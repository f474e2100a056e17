import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { callRollups } from "@/server/db/schema";
import { recordEvent } from "@/server/domain/_core/record-event";
import { transact } from "@/server/domain/_core/transact";
import { upsertCall } from "@/server/domain/calls/upsert-call";
import { nudgeDispatch } from "@/server/events/dispatch";
import { createBusiness } from "@/test/factories";
import { eventually, serveFunctions, testExecutor } from "@/test/jobs";
import { refreshRollups } from "./refresh-rollups";

test("a call counts within seconds after it was processed", async () => {
  const { ctx, agentId, branchId } = await createBusiness();
  const served = await serveFunctions([refreshRollups]);
  const executor = testExecutor(served.url);
  try {
    const now = new Date();
    const callId = await transact(ctx.db, async (tx) => {
      const { id } = await upsertCall(tx, ctx.tenant.id, {
        retellCallId: `call_${randomUUID()}`,
        conversationId: null,
        direction: "inbound",
        fromNumber: null,
        toNumber: null,
        agentId,
        branchId,
        status: "ended",
        startedAt: now,
        endedAt: now,
        durationSec: 0,
      });
      return id;
    });
    await transact(ctx.db, (tx) =>
      recordEvent(ctx, tx, "call.processed", callId, { callId, outcome: "information" }),
    );
    nudgeDispatch();
    const counted = await eventually(async () => {
      const rows = await ctx.db.select().from(callRollups).where(eq(callRollups.tenantId, ctx.tenant.id));
      return rows[0]?.calls;
    });
    expect(counted).toBe(1);
  } finally {
    await executor.stop();
    await served.close();
  }
});
