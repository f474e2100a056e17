import { randomInt } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { events } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { appendEvent } from "./record";

/** The part of an Inngest server that takes events. */
let server: Server;
let status = 200;
let received: { path: string | undefined; events: { id: string; name: string; data: unknown }[] }[] = [];
let sendOutbox: typeof import("./send-outbox").sendOutbox;
const db = testDatabase();

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ path: request.url, events: JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ ids: [], status }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("INNGEST_BASE_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv("INNGEST_EVENT_KEY", "event-key");
  vi.stubEnv("INNGEST_SIGNING_KEY", "ab".repeat(32));
  vi.resetModules();
  ({ sendOutbox } = await import("./send-outbox"));
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});
beforeEach(async () => {
  await db.update(events).set({ dispatchedAt: new Date() }).where(isNull(events.dispatchedAt));
  received = [];
  status = 200;
});

async function record(n: number): Promise<{ callId: number; ids: number[] }> {
  const callId = randomInt(1, 2 ** 47);
  const source = { tenantId: null, actor: { type: "job", name: "test" } as const, requestId: "test" };
  for (let i = 0; i < n; i++) await appendEvent(db, source, "call.ended", callId, { callId });
  const rows = await db.select({ id: events.id }).from(events).where(eq(events.entityId, callId));
  return { callId, ids: rows.map((row) => row.id) };
}
const sentIds = () => received.flatMap((request) => request.events.map((event) => event.id));

test("with an Inngest server, every recorded event is sent once, in order, under an id of its own", async () => {
  const { callId, ids } = await record(120);
  expect(await sendOutbox(db)).toBe(120);
  expect(sentIds()).toEqual(ids.map((id) => `evt-${id}`));
  expect(received[0]?.path).toBe("/e/event-key");
  expect(received[0]?.events[0]).toMatchObject({
    name: "call.ended",
    data: { callId, eventId: ids[0], tenantId: null, entityId: callId },
  });
  expect(await sendOutbox(db)).toBe(0);
  expect(sentIds()).toHaveLength(120);
});

test("an event the server did not take stays in the outbox, and is sent later under the same id", async () => {
  const { ids } = await record(1);
  status = 400;
  await expect(sendOutbox(db)).rejects.toThrow();
  status = 200;
  expect(await sendOutbox(db)).toBe(1);
  expect(sentIds().at(-1)).toBe(`evt-${ids[0]}`);
  expect(new Set(sentIds()).size).toBe(1);
});
