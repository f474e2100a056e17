import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events, webhookInbox } from "@/server/db/schema";
import { createTenant, platformContext } from "@/test/factories";
import { createPerson } from "@/test/people";
import { countRowsRead, rowsAllowed } from "@/test/rows-read";
import type { PlatformContext } from "../_core/context";
import { getDeliveryView } from "./get-delivery-view";
import { listDeliveries } from "./list-deliveries";
import { maskBody } from "./mask-body";
import { replayDelivery } from "./replay-delivery";
import { replayFailed } from "./replay-failed";
import { revealDelivery } from "./reveal-delivery";

type Row = typeof webhookInbox.$inferInsert;

async function adminContext(): Promise<PlatformContext> {
  const { id } = await createPerson(null, "platform_admin");
  return platformContext({ type: "user", userId: id, role: "platform_admin" });
}

async function store(ctx: PlatformContext, values: Partial<Row>, rows = 1): Promise<number[]> {
  const inserted = await ctx.db
    .insert(webhookInbox)
    .values(
      Array.from({ length: rows }, () => ({
        provider: "retell" as const,
        externalId: `call_${randomUUID()}:call_ended`,
        eventType: "call_ended",
        body: JSON.stringify({ event: "call_ended", call: { call_id: "c1", from_number: "+4930123456" } }),
        status: "processed" as const,
        ...values,
      })),
    )
    .$returningId();
  return inserted.map(({ id }) => id);
}

const eventsOf = (
  ctx: PlatformContext,
  type: "webhook.replayed" | "webhook.revealed" | "webhook.received",
  id: number,
) =>
  ctx.db
    .select({ actor: events.actor, tenantId: events.tenantId })
    .from(events)
    .where(and(eq(events.type, type), eq(events.entityId, id)));

describe("the inbox", () => {
  test("is turned page by page, there and back, and touches no more rows than it may", async () => {
    const ctx = await adminContext();
    const { tenant } = await createTenant();
    const ids = (await store(ctx, { tenantId: tenant.id }, 130)).reverse();
    const seen: number[] = [];
    let cursor: string | null | undefined;
    let back: string | null | undefined;
    do {
      const page: Awaited<ReturnType<typeof listDeliveries>> = await listDeliveries(ctx, {
        tenantId: tenant.id,
        cursor: cursor ?? undefined,
      });
      seen.push(...page.rows.map(({ id }) => id));
      back = page.previous;
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(ids);
    const before = await listDeliveries(ctx, { tenantId: tenant.id, cursor: back ?? undefined });
    expect(before.rows.map(({ id }) => id)).toEqual(ids.slice(50, 100));
    for (const filter of [
      {},
      { tenantId: tenant.id },
      { status: "processed" },
      { type: "call_ended" },
    ] as const) {
      const { rowsRead } = await countRowsRead((db) => listDeliveries({ ...ctx, db }, filter));
      expect(rowsRead, JSON.stringify(filter)).toBeLessThanOrEqual(rowsAllowed(50));
    }
  });

  test("finds a combination of filters, however far apart its rows are", async () => {
    const ctx = await adminContext();
    const { tenant } = await createTenant();
    const [first] = await store(ctx, { tenantId: tenant.id, status: "failed" });
    await store(ctx, { tenantId: tenant.id }, 1_050);
    const [last] = await store(ctx, { tenantId: tenant.id, status: "failed" });
    const found: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof listDeliveries>> = await listDeliveries(ctx, {
        tenantId: tenant.id,
        status: "failed",
        cursor,
      });
      found.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    }
    expect(found).toEqual([last, first]);
  });
});

describe("a failed delivery", () => {
  test("is replayed once, however many press the button, and nothing else is", async () => {
    const ctx = await adminContext();
    const { tenant } = await createTenant();
    const [failed = 0] = await store(ctx, { tenantId: tenant.id, status: "failed", reason: "kaputt" });
    const [processed = 0] = await store(ctx, { tenantId: tenant.id });
    const presses = await Promise.allSettled(
      Array.from({ length: 5 }, () => replayDelivery(ctx, { inboxId: failed })),
    );
    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(replayDelivery(ctx, { inboxId: processed })).rejects.toMatchObject({
      code: "webhook.not_failed",
    });
    expect(await getDeliveryView(ctx, { inboxId: failed })).toMatchObject({
      status: "received",
      reason: null,
    });
    expect(await eventsOf(ctx, "webhook.replayed", failed)).toEqual([
      { actor: ctx.actor, tenantId: tenant.id },
    ]);
    expect(await eventsOf(ctx, "webhook.received", failed)).toHaveLength(1);
  });

  test("is among all that a filter replays; other businesses' are not", async () => {
    const ctx = await adminContext();
    const [a, b] = [await createTenant(), await createTenant()];
    await store(ctx, { tenantId: a.tenant.id, status: "failed" }, 3);
    const [other = 0] = await store(ctx, { tenantId: b.tenant.id, status: "failed" });
    expect(await replayFailed(ctx, { tenantId: a.tenant.id })).toEqual({ replayed: 3, more: false });
    expect(await replayFailed(ctx, { tenantId: a.tenant.id })).toEqual({ replayed: 0, more: false });
    expect((await getDeliveryView(ctx, { inboxId: other })).status).toBe("failed");
  });
});

test("what a delivery says is masked until somebody reveals it, which the business can read", async () => {
  const ctx = await adminContext();
  const { tenant } = await createTenant();
  const [inboxId = 0] = await store(ctx, { tenantId: tenant.id });
  const { body } = await getDeliveryView(ctx, { inboxId });
  expect(body).toContain('"call_id": "c1"');
  expect(body).not.toContain("4930123456");
  expect((await revealDelivery(ctx, { inboxId })).body).toContain("+4930123456");
  expect(await eventsOf(ctx, "webhook.revealed", inboxId)).toEqual([
    { actor: ctx.actor, tenantId: tenant.id },
  ]);
});

test("masking keeps only what is known to be harmless, at every depth", () => {
  const secret = "Erika Muster";
  const body = {
    event: "call_analyzed",
    call: {
      call_id: "c1",
      from_number: secret,
      transcript: secret,
      start_timestamp: 1_790_000_000_000,
      phone: 4_930_123_456,
      duration_ms: 4_200,
      transcript_object: [{ role: "user", content: secret, words: [{ word: secret, start: 1.5 }] }],
      call_analysis: { custom: { field: secret } },
      tomorrow_s_new_field: secret,
    },
    payload: { uid: "u1", attendees: [{ name: secret, email: `${secret}@example.test` }] },
  };
  const shown = JSON.stringify(maskBody(JSON.stringify(body)));
  expect(shown).not.toContain("Muster");
  expect(shown).not.toContain("4930123456");
  expect(JSON.parse(shown)).toMatchObject({
    event: "call_analyzed",
    call: { call_id: "c1", start_timestamp: 1_790_000_000_000, duration_ms: 4_200 },
    payload: { uid: "u1" },
  });
});
