import { expect, test } from "vitest";
import type { Call, Utterance } from "../lay-transcript";
import { groupMoments, momentsOf } from "./moments";
import { spokenWord, turnsOf } from "./spoken";
import { columns, drawBars, peaksOf } from "./strip-bars";

const says = (role: Utterance["role"], startMs: number | null, rest: Partial<Utterance> = {}): Utterance => ({
  position: 0,
  role,
  content: "Guten Tag",
  startMs,
  endMs: null,
  words: null,
  ...rest,
});

test("a turn lasts until its end, or as long as it takes to say, but never into the next", () => {
  const turns = turnsOf([
    says("agent", 0, { endMs: 900 }),
    says("user", null),
    says("user", 2_000),
    says("agent", 2_100),
    says("user", 9_000),
  ]);
  expect(turns.map(({ role, startMs, endMs }) => [role, startMs, endMs])).toEqual([
    ["agent", 0, 900],
    ["user", 2_000, 2_100],
    ["agent", 2_100, 2_100 + 9 * 70],
    ["user", 9_000, 9_630],
  ]);
});

test("the word being said is found by its millisecond, and none outside of its sentence", () => {
  const words: [string, number][] = [
    ["Guten", 1_000],
    ["Tag", 1_400],
  ];
  const sentence = says("agent", 1_000, { words, endMs: 1_700 });
  expect([999, 1_000, 1_399, 1_400, 1_699, 1_700].map((ms) => spokenWord(sentence, ms))).toEqual([
    -1, 0, 0, 1, 1, -1,
  ]);
  expect(spokenWord(says("user", 1_000), 1_200)).toBe(0);
  expect(spokenWord(says("user", null), 1_200)).toBe(-1);
});

test("moments too near for two thumbs share a mark, which shows the most telling one", () => {
  const call = {
    recordingDecidedMs: 3_000,
    traces: [
      { atMs: 10_000, kind: "offered" },
      { atMs: 20_500, kind: "booked" },
    ],
    tools: [
      { atMs: 9_800, status: "succeeded", name: "check_availability" },
      { atMs: 20_000, status: "succeeded", name: "book_appointment" },
      { atMs: 40_000, status: "failed", name: "request_callback" },
    ],
  } as unknown as Call;
  const groups = groupMoments(momentsOf(call), 2_000);
  expect(groups.map(({ atMs, kind, moments }) => [atMs, kind, moments.length])).toEqual([
    [3_000, "consent", 1],
    [9_800, "offered", 2],
    [20_000, "booked", 2],
    [40_000, "failed", 1],
  ]);
});

test("the strip has the same bars with and without sound, only their height differs", () => {
  const turns = turnsOf([says("agent", 0, { endMs: 5_000 }), says("user", 5_000, { endMs: 10_000 })]);
  const bars = (path: string) => path.match(/M[\d.]+/g);
  const silent = drawBars(turns, 10_000, null);
  const loud = drawBars(turns, 10_000, Array(columns).fill(1));
  expect(bars(loud.agent)).toEqual(bars(silent.agent));
  expect(bars(loud.caller)).toHaveLength(columns / 2);
  expect(loud.agent).not.toBe(silent.agent);
});

test("peaks are measured against the loudest, and silence stays silence", () => {
  const samples = new Float32Array(columns * 10);
  samples[25] = -0.5;
  samples[70] = 0.25;
  const peaks = peaksOf(samples);
  expect([peaks[2], peaks[7], peaks[3]]).toEqual([1, 0.5, 0]);
  expect(Math.max(...peaksOf(new Float32Array(columns)))).toBe(0);
});
