import { encode } from "next-auth/jwt";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { env } from "@/env";
import { sessionCookieName } from "@/server/auth/session-cookie";
import { calls } from "@/server/db/schema";
import { createBusiness } from "@/test/factories";
import { createPerson, signedIn } from "@/test/people";
import { newCallId } from "@/test/retell";
import { handleRecording } from "./call-recording";

/** Retell and its storage on a real port, known to the environment before anything reads it. */
const retell = await vi.hoisted(async () => {
  const { createServer } = await import("node:http");
  type Answer = Parameters<typeof createServer>[1];
  const state: { answer?: Answer; asked: string[] } = { asked: [] };
  const server = createServer((request, response) => {
    state.asked.push(`${request.url} ${request.headers.range ?? ""}`.trim());
    state.answer?.(request as never, response as never);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  vi.stubEnv("RETELL_BASE_URL", url);
  return { state, url, close: () => server.close() };
});
afterAll(retell.close);

const origin = "http://localhost:3000";
const sound = Buffer.from(Array.from({ length: 1_000 }, (_, at) => at % 256));

/** Storage that knows ranges, as Retell's does; links that say "old" have expired. */
beforeEach(() => {
  retell.state.asked.length = 0;
  retell.state.answer = (request, response) => {
    if (request.url?.startsWith("/v2/get-call/")) {
      const fresh = { call_id: "x", recording_url: `${retell.url}/fresh.wav` };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(fresh));
      return;
    }
    if (request.url === "/old.wav") return void response.writeHead(403).end();
    if (request.url === "/away.wav")
      return void response.writeHead(302, { location: "http://127.0.0.1:1/inside" }).end();
    if (request.url === "/page.wav")
      return void response.writeHead(200, { "content-type": "text/html" }).end("<script>");
    const [, from, to] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "") ?? [];
    if (from === undefined)
      return void response
        .writeHead(200, { "content-type": "binary/octet-stream", "content-length": sound.length })
        .end(sound);
    const last = to ? Number(to) : sound.length - 1;
    const part = sound.subarray(Number(from), last + 1);
    const range = `bytes ${from}-${last}/${sound.length}`;
    response.writeHead(206, { "content-range": range, "content-length": part.length }).end(part);
  };
});

async function open(
  values: Partial<typeof calls.$inferInsert> = {},
  recordingConsent: "ask" | "never" = "ask",
) {
  const { ctx, branchId } = await createBusiness({ recordingConsent });
  const tenantId = ctx.tenant.id;
  const [row] = await ctx.db
    .insert(calls)
    .values({
      tenantId,
      branchId,
      callId: newCallId(),
      startTimestamp: new Date(),
      lastActivityAt: new Date(),
      status: "ended",
      recordingDecision: "granted",
      recordingUrl: `${retell.url}/recording.wav`,
      ...values,
    })
    .$returningId();
  const callId = (row as { id: number }).id;
  const { sessionId } = await signedIn(await createPerson(tenantId, "viewer"));
  const cookie = `${sessionCookieName()}=${await encode({ token: { sessionId }, secret: env.AUTH_SECRET })}`;
  const route = (slug = ctx.tenant.slug, id: string | number = callId) => ({
    params: Promise.resolve({ tenant: slug, id: String(id) }),
  });
  const get = (headers: Record<string, string> = {}, at = route()) =>
    handleRecording(new Request(`${origin}/recording`, { headers: { cookie, ...headers } }), at);
  return { callId, route, get };
}

const refusalOf = async (response: Response) => ({
  status: response.status,
  code: (await response.json()).error.code,
});

describe("a recording", () => {
  test("is passed on as audio that no browser keeps, without Retell's link", async () => {
    const answer = await (await open()).get();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "audio/wav",
      "content-length": "1000",
      "accept-ranges": "bytes",
      "cache-control": "private, no-store, no-transform",
      "x-content-type-options": "nosniff",
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(sound)).toBe(true);
    expect(JSON.stringify([...answer.headers])).not.toContain(retell.url);
  });

  test("comes in parts where a part is asked for, and whole where the question is nonsense", async () => {
    const { get } = await open();
    const part = await get({ range: "bytes=100-199" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe("bytes 100-199/1000");
    expect(Buffer.from(await part.arrayBuffer()).equals(sound.subarray(100, 200))).toBe(true);
    expect((await get({ range: "bytes=0-1,5-6" })).status).toBe(200);
    expect((await get({ range: "lines=1-2" })).status).toBe(200);
  });

  test("whose link expired is found by a fresh one; one that is gone says so", async () => {
    const { get } = await open({ recordingUrl: `${retell.url}/old.wav` });
    expect((await get({ range: "bytes=0-9" })).status).toBe(206);
    expect(retell.state.asked.map((line) => line.replace(/call_\w+/, "id"))).toEqual([
      "/old.wav bytes=0-9",
      "/v2/get-call/id",
      "/fresh.wav bytes=0-9",
    ]);
    retell.state.answer = (_, response) => void response.writeHead(404).end("{}");
    expect(await refusalOf(await get())).toEqual({ status: 404, code: "recording.expired" });
  });

  test("is not fetched from anywhere but Retell", async () => {
    // Control: the same storage under the known address was asked above; under its other name it is nobody's.
    const elsewhere = [
      retell.url.replace("127.0.0.1", "localhost"),
      "http://169.254.169.254",
      "http://retellai.com",
      "https://retellai.com.evil.test",
      "https://user@retellai.com",
      "https://evilretellai.com",
      "file:///etc",
    ];
    retell.state.answer = (_, response) => void response.writeHead(404).end("{}");
    for (const host of elsewhere) {
      const { get } = await open({ recordingUrl: `${host}/recording.wav` });
      expect(await refusalOf(await get()), host).toEqual({ status: 404, code: "recording.expired" });
    }
    expect(retell.state.asked.filter((line) => !line.startsWith("/v2/get-call/"))).toEqual([]);
  });

  test("does not follow where storage sends it, nor pass on a page as one", async () => {
    const away = await open({ recordingUrl: `${retell.url}/away.wav` });
    expect(await refusalOf(await away.get())).toEqual({ status: 503, code: "recording.unreachable" });
    const page = await open({ recordingUrl: `${retell.url}/page.wav` });
    expect((await page.get()).headers.get("content-type")).toBe("audio/wav");
  });

  test("does not exist without the caller's yes or against the business's setting", async () => {
    const none = { status: 404, code: "recording.not_found" };
    for (const recordingDecision of ["refused", "not_asked"] as const)
      expect(await refusalOf(await (await open({ recordingDecision })).get())).toEqual(none);
    expect(await refusalOf(await (await open({}, "never")).get())).toEqual(none);
    expect(await refusalOf(await (await open({ recordingUrl: null })).get())).toEqual(none);
    expect(retell.state.asked).toEqual([]);
  });

  test("is for strangers what nothing is", async () => {
    const [mine, theirs] = [await open(), await open()];
    expect((await mine.get()).status, "control").toBe(200);
    retell.state.asked.length = 0;
    const nothing = await refusalOf(await theirs.get({}, theirs.route(undefined, 999_999_999)));
    expect(await refusalOf(await theirs.get({}, theirs.route(undefined, mine.callId)))).toEqual(nothing);
    expect((await theirs.get({}, mine.route())).status).toBe(404);
    expect((await mine.get({ cookie: "" })).status).toBe(401);
    expect((await mine.get({}, mine.route(undefined, "../1"))).status).toBe(404);
    expect((await mine.get({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(retell.state.asked).toEqual([]);
  });
});
