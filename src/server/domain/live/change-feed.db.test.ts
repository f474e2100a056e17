import { afterEach, describe, expect, test } from "vitest";
import type { StoredActor } from "@/contracts/actors";
import { appendEvent } from "@/server/events/record";
import { createTenant } from "@/test/factories";
import type { TenantContext } from "../_core/context";
import type { ChangeBatch } from "./change-feed";
import { currentCursor, watchChanges } from "./watch-changes";

const actor: StoredActor = { type: "job", name: "test" };
const stops: AbortController[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop.abort();
});

const happen = (ctx: TenantContext, callId: number, db: Parameters<typeof appendEvent>[0] = ctx.db) =>
  appendEvent(db, { tenantId: ctx.tenant.id, actor, requestId: "test" }, "call.started", callId, { callId });

/** Starts listening as a page does that was rendered now. */
async function open(ctx: TenantContext, since?: number) {
  const stop = new AbortController();
  stops.push(stop);
  const stream = watchChanges(ctx, since ?? (await currentCursor(ctx)), stop.signal);
  const ids: number[] = [];
  const next = async () => {
    const { value } = (await stream.next()) as { value: ChangeBatch };
    ids.push(...value.changes.flatMap((change) => change.entityId ?? []));
    return value;
  };
  /** Resolves once all of these were told. */
  const heard = async (...expected: number[]) => {
    while (!expected.every((id) => ids.includes(id))) await next();
  };
  return { stop, stream, next, heard, ids };
}

describe("a page that listens", () => {
  test("hears what is committed after it was rendered, even before the stream stood", async () => {
    const ctx = await createTenant();
    const since = await currentCursor(ctx);
    await happen(ctx, 1);
    const page = await open(ctx, since);
    await page.heard(1);
    await happen(ctx, 2);
    await page.heard(2);
  });

  test("hears an event whose transaction committed after that of a later id", async () => {
    const ctx = await createTenant();
    const page = await open(ctx);
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let inserted = () => {};
    const isInserted = new Promise<void>((resolve) => {
      inserted = resolve;
    });
    const slow = ctx.db.transaction(async (tx) => {
      await happen(ctx, 1, tx);
      inserted();
      await finished;
    });
    await isInserted;
    await happen(ctx, 2);
    await page.heard(2);
    expect(page.ids).not.toContain(1);
    finish();
    await slow;
    await page.heard(1);
  });

  test("goes on where it stopped, and hears what was committed late before that", async () => {
    const ctx = await createTenant();
    const page = await open(ctx);
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let inserted = () => {};
    const isInserted = new Promise<void>((resolve) => {
      inserted = resolve;
    });
    const slow = ctx.db.transaction(async (tx) => {
      await happen(ctx, 1, tx);
      inserted();
      await finished;
    });
    await isInserted;
    await happen(ctx, 2);
    await page.heard(2);
    const cursor = await currentCursor(ctx);
    page.stop.abort();
    await expect(page.stream.next()).rejects.toMatchObject({ name: "AbortError" });
    finish();
    await slow;
    await happen(ctx, 3);
    await (await open(ctx, cursor)).heard(1, 3);
  });

  test("hears nothing of another business", async () => {
    const [own, other] = await Promise.all([createTenant(), createTenant()]);
    const page = await open(own);
    await happen(other, 1);
    await happen(own, 2);
    await page.heard(2);
    expect(page.ids).toEqual([2]);
  });

  test("is told once of an event, however often the feed looks at it again", async () => {
    const ctx = await createTenant();
    const page = await open(ctx);
    await happen(ctx, 1);
    await page.heard(1);
    await happen(ctx, 2);
    await page.heard(2);
    await happen(ctx, 3);
    await page.heard(3);
    // The first may come twice: once as what was missed before the stream stood.
    expect(page.ids.filter((id) => id > 1)).toEqual([2, 3]);
  });

  test("ends when it is told to, also while nothing happens", async () => {
    const ctx = await createTenant();
    const page = await open(ctx);
    await happen(ctx, 1);
    await page.heard(1);
    const waiting = page.stream.next();
    page.stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });

  test("is refused beyond eight streams of one person, and admitted again when one ends", async () => {
    const ctx = await createTenant();
    const person = { ...ctx, actor: { type: "user", userId: 4711, role: "staff" } } as const;
    const since = await currentCursor(ctx);
    await happen(ctx, 1);
    const pages = await Promise.all(Array.from({ length: 8 }, () => open(person, since)));
    await Promise.all(pages.map((page) => page.heard(1)));
    await expect((await open(person, since)).next()).rejects.toMatchObject({ code: "live.too_many_streams" });
    pages[0]?.stop.abort();
    await expect(pages[0]?.stream.next()).rejects.toMatchObject({ name: "AbortError" });
    await (await open(person, since)).heard(1);
  });
});
