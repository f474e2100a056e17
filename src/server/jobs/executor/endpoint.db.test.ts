import { createHmac } from "node:crypto";
import fc from "fast-check";
import { serve } from "inngest/edge";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inngest, signingKey } from "@/server/events/client";
import { serveFunctions, testEndpoint } from "@/test/jobs";
import { createEndpoint } from "./endpoint";

let server: Awaited<ReturnType<typeof serveFunctions>>;
const received: unknown[] = [];

const open = inngest.createFunction(
  { id: "open", triggers: [{ event: "call.ended" }] },
  async ({ event }) => {
    received.push(event.data);
  },
);
beforeAll(async () => {
  server = await serveFunctions([open]);
});
afterAll(() => server.close());

const run = (data: unknown) => ({
  runId: "11111111-1111-4111-8111-111111111111",
  leaseId: "",
  functionId: "askproai-open",
  event: { name: "call.ended", data },
  attempt: 0,
  interruptions: 0,
  steps: [],
});
const event = { data: {}, name: "call.ended" };
const body = JSON.stringify({ ctx: { run_id: "signed" }, event, events: [event], steps: {}, version: 2 });

function post(key: string, seconds: number) {
  const hash = createHmac("sha256", key).update(`${body}${seconds}`).digest("hex");
  return fetch(`${server.url}?fnId=askproai-open&stepId=step`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", "x-inngest-signature": `t=${seconds}&s=${hash}` },
  });
}
const nowSeconds = () => Math.floor(Date.now() / 1000);

describe("the public endpoint", () => {
  test.each(["GET", "POST", "PUT"])("refuses an unsigned %s", async (method) => {
    const response = await fetch(`${server.url}?fnId=askproai-open&stepId=step`, {
      method,
      body: method === "GET" ? undefined : body,
      headers: { "content-type": "application/json", "x-inngest-server-kind": "dev" },
    });
    expect(response.status).toBe(401);
    expect(received).toEqual([]);
  });

  test("refuses another key, and our own signature after five minutes", async () => {
    expect((await post("ff".repeat(32), nowSeconds())).status).toBe(401);
    expect((await post(signingKey() ?? "", nowSeconds() - 301)).status).toBe(401);
    expect(await createEndpoint(server.url, "ff".repeat(32)).execute(run({}), 1)).toMatchObject({
      kind: "threw",
    });
    expect(received).toEqual([]);
  });

  test("control: the same request with the right signature is executed", async () => {
    expect((await post(signingKey() ?? "", nowSeconds())).status).toBe(200);
    expect(received).toHaveLength(1);
  });

  test("accepts our signature whatever JSON an event carries, and hands it on unchanged", async () => {
    const endpoint = testEndpoint(server.url);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), async (data) => {
        expect(await endpoint.execute(run(data), 1)).toEqual({ kind: "returned" });
        expect(received.at(-1)).toEqual(JSON.parse(JSON.stringify(data)));
      }),
      { numRuns: 200 },
    );
  });
});

describe("the handler itself, without a port", () => {
  const straightTo = (key: string) =>
    createEndpoint(
      "http://127.0.0.1:9/api/inngest",
      key,
      serve({ client: inngest, functions: [open], enableUnauthedSync: false }),
    );

  test("tells of its functions and executes them", async () => {
    const endpoint = straightTo(signingKey() ?? "");
    expect(await endpoint.discover()).toMatchObject([{ id: "askproai-open", events: ["call.ended"] }]);
    expect(await endpoint.execute(run({ callId: 7 }), 1)).toEqual({ kind: "returned" });
    expect(received.at(-1)).toEqual({ callId: 7 });
  });

  test("refuses another key", async () => {
    expect(await straightTo("ff".repeat(32)).execute(run({ callId: 8 }), 1)).toMatchObject({ kind: "threw" });
    expect(received).not.toContainEqual({ callId: 8 });
  });
});
