import { expect, test } from "vitest";
import type { Call } from "./lay-transcript";
import { whyNoAppointment } from "./why-no-appointment";

const call = (rest: object) =>
  ({ outcome: "unresolved", traces: [], tools: [], appointments: [], ...rest }) as unknown as Call;
const offered = { kind: "offered" };
const nothingFree = { name: "check_availability", reply: { data: { available: false } } };

test.each([
  ["declined", call({ traces: [offered, { kind: "declined" }] })],
  ["not_taken", call({ traces: [offered], tools: [nothingFree] })],
  ["nothing_free", call({ tools: [nothingFree] })],
  ["hung_up", call({ outcome: "hung_up" })],
  [undefined, call({})],
  [undefined, call({ outcome: "information", tools: [nothingFree] })],
  [undefined, call({ traces: [offered], appointments: [{}] })],
] as const)("%s", (why, given) => {
  expect(whyNoAppointment(given)).toBe(why);
});
