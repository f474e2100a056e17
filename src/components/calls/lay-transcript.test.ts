import { expect, test } from "vitest";
import { layTranscript, type ToolCall, type Utterance } from "./lay-transcript";

const says = (role: Utterance["role"], startMs: number | null, position = 0): Utterance => ({
  position,
  role,
  content: role,
  startMs,
});
const asks = (name: string, atMs: number, rest: Partial<ToolCall> = {}): ToolCall => ({
  id: atMs,
  name,
  args: {},
  reply: { success: true },
  status: "succeeded",
  errorCode: null,
  durationMs: 40,
  atMs,
  ...rest,
});
const conversation = [says("agent", 900), says("user", 4_000), says("agent", 9_000)];

test("a tool call stands beside the sentence after which it happened", () => {
  const blocks = layTranscript(conversation, [asks("check_availability", 7_000)]);
  expect(blocks.map((block) => block.tools.length)).toEqual([0, 1, 0]);
});

test("what happened before the first word stands beside it", () => {
  expect(layTranscript(conversation, [asks("get_context", 100)])[0]?.tools).toHaveLength(1);
});

test("the yes before a booking is marked, and a refused booking marks nothing", () => {
  const booked = layTranscript(conversation, [asks("book_appointment", 8_000)]);
  expect(booked.map((block) => block.made)).toEqual([undefined, "booked", undefined]);
  const refused = layTranscript(conversation, [asks("book_appointment", 8_000, { status: "refused" })]);
  expect(refused.every((block) => block.made === undefined)).toBe(true);
});

test("an appointment that waits for the outside calendar is not called booked", () => {
  const reply = { success: true, data: { status: "pending" } };
  expect(layTranscript(conversation, [asks("book_appointment", 8_000, { reply })])[1]?.made).toBe("pending");
});

test("nothing is lost while sentences have no times, or there are none", () => {
  expect(layTranscript([says("agent", null)], [asks("get_context", 50)])[0]?.tools).toHaveLength(1);
  expect(layTranscript([], [asks("get_context", 50), asks("list_services", 90)])).toMatchObject([
    { tools: [{ name: "get_context" }, { name: "list_services" }] },
  ]);
});
