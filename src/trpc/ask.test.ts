import { once } from "node:events";
import { initTRPC, TRPCError } from "@trpc/server";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { afterAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import * as wireFormat from "@/lib/wire-format";
import { createAsk } from "./ask";

const t = initTRPC.create({
  transformer: wireFormat,
  errorFormatter: ({ shape, error }) => ({
    message: error.message,
    code: shape.code,
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus, error: { code: error.message } },
  }),
});
const text = z.object({ text: z.string() });
const router = t.router({
  deep: t.router({
    echo: t.procedure.input(text.optional()).query(({ input }) => input?.text ?? "nothing"),
  }),
  tomorrow: t.procedure.input(z.date()).query(({ input }) => new Date(input.getTime() + 86_400_000)),
  refused: t.procedure.query(() => {
    throw new TRPCError({ code: "CONFLICT", message: "appointment.slot_taken" });
  }),
  write: t.procedure.input(text).mutation(({ input }) => input.text.length),
});

/** "GET 3": how each request came, and how many questions it carried. */
let requests: string[] = [];
beforeEach(() => {
  requests = [];
});
const server = createHTTPServer({
  router,
  createContext: ({ req, info }) => {
    requests.push(`${req.method} ${info.calls.length}`);
    return {};
  },
});
await once(server.listen(0, "127.0.0.1"), "listening");
afterAll(() => void server.close());
const ask = createAsk(`http://127.0.0.1:${(server.address() as { port: number }).port}`);

test("questions of one go share a request, and each has its own answer or refusal", async () => {
  const at = new Date("2026-11-23T10:00:00Z");
  const [echo, nothing, tomorrow, refused] = await Promise.allSettled([
    ask("query", "deep.echo", { text: "Grüße, & mehr?" }),
    ask("query", "deep.echo", undefined),
    ask("query", "tomorrow", at),
    ask("query", "refused", undefined),
  ]);
  expect([echo, nothing, tomorrow]).toEqual([
    { status: "fulfilled", value: "Grüße, & mehr?" },
    { status: "fulfilled", value: "nothing" },
    { status: "fulfilled", value: new Date("2026-11-24T10:00:00Z") },
  ]);
  expect(refused).toMatchObject({
    status: "rejected",
    reason: {
      message: "appointment.slot_taken",
      data: { code: "CONFLICT", httpStatus: 409, error: { code: "appointment.slot_taken" } },
    },
  });
  expect(requests).toEqual(["GET 4"]);
});

test("writes are posted, apart from what is read", async () => {
  const answers = [
    ask("mutation", "write", { text: "x".repeat(9_000) }),
    ask("query", "deep.echo", undefined),
  ];
  expect(await Promise.all(answers)).toEqual([9_000, "nothing"]);
  expect(requests.sort()).toEqual(["GET 1", "POST 1"]);
});

test("no request carries more than twenty questions, or an address longer than servers take", async () => {
  const short = Array.from({ length: 45 }, (_, i) => String(i));
  expect(await Promise.all(short.map((one) => ask("query", "deep.echo", { text: one })))).toEqual(short);
  expect(requests.sort()).toEqual(["GET 20", "GET 20", "GET 5"]);
  requests = [];
  const long = ["a", "b", "c"].map((letter) => letter.repeat(2_500));
  expect(await Promise.all(long.map((one) => ask("query", "deep.echo", { text: one })))).toEqual(long);
  expect(requests).toEqual(["GET 1", "GET 1", "GET 1"]);
});

test("a server that is not there, or talks nonsense, fails every question without a refusal", async () => {
  const nowhere = createAsk("http://127.0.0.1:1");
  const [one, other] = await Promise.allSettled([nowhere("query", "a", 1), nowhere("query", "b", 2)]);
  for (const result of [one, other]) {
    expect(result).toMatchObject({ status: "rejected", reason: expect.any(TypeError) });
    expect((result as PromiseRejectedResult).reason.data).toBeUndefined();
  }
});

test("what cannot be sent fails alone, before anything is sent", async () => {
  await expect(ask("query", "deep.echo", { text: 1n })).rejects.toThrow("cannot be sent");
  expect(requests).toEqual([]);
});
