import { expect, test } from "vitest";
import { demoRecordingPath } from "@/lib/demo-recording";
import { recordingReply } from "./recording";

const inAnHour = () => new Date(Date.now() + 3_600_000);
const turns = [{ role: "agent" as const, startMs: 500, endMs: 1_500 }];

function ask(path: string, range?: string) {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  const headers = range ? { range } : {};
  return recordingReply({
    method: "GET",
    path: pathname,
    params: {},
    query: searchParams,
    headers,
    body: undefined,
  });
}

test("the made-up recording is a WAV of the call's length that sounds when somebody speaks", () => {
  const { status, body } = ask(demoRecordingPath("call_1", 2_000, turns, inAnHour()));
  const file = body as Buffer;
  expect(status).toBe(200);
  expect([file.toString("latin1", 0, 4), file.toString("latin1", 8, 12)]).toEqual(["RIFF", "WAVE"]);
  expect(file.length).toBe(44 + 16_000);
  const loudest = (fromMs: number, toMs: number) =>
    Math.max(...file.subarray(44 + fromMs * 8, 44 + toMs * 8).map((sample) => Math.abs(sample - 128)));
  expect(loudest(0, 499)).toBe(0);
  expect(loudest(500, 1_500)).toBeGreaterThan(20);
});

test("it comes in parts, and not at all once its link has expired", () => {
  const path = demoRecordingPath("call_1", 1_000, turns, inAnHour());
  const part = ask(path, "bytes=40-43");
  expect(part).toMatchObject({ status: 206, headers: { "content-range": "bytes 40-43/8044" } });
  expect((part.body as Buffer).readUInt32LE(0)).toBe(8_000);
  expect(ask(path, "bytes=9000-").status).toBe(416);
  expect(ask(demoRecordingPath("call_1", 1_000, turns, new Date(Date.now() - 1))).status).toBe(403);
});
