import { expect, test } from "vitest";
import { layTranscript, type ToolCall, type Trace, type Utterance } from "./lay-transcript";

const says = (role: Utterance["role"], startMs: number | null, position = 0): Utterance => ({
  position,
  role,
  content: role,
  startMs,
  endMs: null,
  words: null,
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

test("a tool call stands between the sentences between which it happened", () => {
  const blocks = layTranscript(conversation, [asks("get_context", 100), asks("check_availability", 7_000)]);
  expect(blocks.map((block) => block.tools.map((tool) => tool.name))).toEqual([
    ["get_context"],
    [],
    ["check_availability"],
  ]);
});

test("what happened after the last word stands at the end", () => {
  expect(layTranscript(conversation, [asks("book_appointment", 12_000)]).at(-1)).toMatchObject({
    tools: [{ name: "book_appointment" }],
  });
});

test("the caller's last words before a booking made it, whatever the agent said in between", () => {
  const hold = [...conversation, says("user", 12_000), says("agent", 14_000)];
  const blocks = layTranscript(hold, [asks("book_appointment", 16_000)]);
  expect(blocks.map((block) => block.made)).toEqual([
    undefined,
    undefined,
    undefined,
    "booked",
    undefined,
    undefined,
  ]);
});

test("a refused booking marks nothing", () => {
  const blocks = layTranscript(conversation, [asks("book_appointment", 8_000, { status: "refused" })]);
  expect(blocks.every((block) => block.made === undefined)).toBe(true);
});

test("an appointment that waits for the outside calendar is not called booked", () => {
  const reply = { success: true, data: { status: "pending" } };
  expect(layTranscript(conversation, [asks("book_appointment", 8_000, { reply })])[1]?.made).toBe("pending");
});

test("nothing is lost while sentences have no times, or there are none", () => {
  expect(layTranscript([says("agent", null)], [asks("get_context", 50)])[1]?.tools).toHaveLength(1);
  expect(layTranscript([], [asks("get_context", 50), asks("list_services", 90)])).toMatchObject([
    { tools: [{ name: "get_context" }, { name: "list_services" }] },
  ]);
});

const trace = (kind: Trace["kind"], atMs: number, rest: Partial<Trace> = {}): Trace => ({
  id: `${kind}-${atMs}`,
  kind,
  atMs,
  starts: [],
  timeZone: "Europe/Berlin",
  utterance: null,
  ...rest,
});

test("what was offered, kept and booked stands at its second, what came after the last word at the end", () => {
  const traces = [trace("offered", 1_500), trace("held", 1_500), trace("booked", 9_500)];
  expect(
    layTranscript(conversation, [], traces).map((block) => block.traces.map(({ kind }) => kind)),
  ).toEqual([[], ["offered", "held"], [], ["booked"]]);
});

test("a yes marks the very sentence it rests on, the nearest of several with the same words", () => {
  const said = [
    says("user", 4_000, 0),
    says("agent", 5_000, 1),
    says("user", 9_000, 2),
    says("user", 20_000, 3),
  ];
  const blocks = layTranscript(said, [], [trace("agreed", 9_100, { utterance: " user" })]);
  expect(blocks.map(({ answer }) => answer)).toEqual([undefined, undefined, "agreed", undefined]);
  expect(blocks.flatMap(({ traces }) => traces)).toEqual([]);
});

test("a yes whose words the transcript corrected since stands at its second, with its words", () => {
  const blocks = layTranscript(
    conversation,
    [],
    [trace("declined", 5_000, { utterance: "Nein, lieber später" })],
  );
  expect(blocks.map((block) => block.traces.length)).toEqual([0, 0, 1]);
  expect(blocks.every(({ answer }) => answer === undefined)).toBe(true);
});

test("the agent's own words never count as a yes", () => {
  const blocks = layTranscript(conversation, [], [trace("agreed", 900, { utterance: "agent" })]);
  expect(blocks.every(({ answer }) => answer === undefined)).toBe(true);
});
