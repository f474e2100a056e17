import { expect, test } from "vitest";
import type { Call } from "./lay-transcript";
import { whyNoAppointment, wishAndOffers } from "./why-no-appointment";

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

test("the last wish is told beside every time that was offered, each once", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
  const offers = (...hours: number[]) => ({ ...offered, starts: hours.map(at), timeZone: "Europe/Berlin" });
  const search = (args: object) => ({ name: "check_availability", args });
  const given = call({
    tools: [
      search({ date: "morgen" }),
      search({ date: "Freitag", time: "abends" }),
      search({ service: "Massage" }),
    ],
    traces: [offers(8, 9), { kind: "held", starts: [at(8)] }, offers(9, 10)],
  });
  expect(wishAndOffers(given).wish).toEqual(["Freitag", "abends"]);
  expect(wishAndOffers(given).offers.map(({ start }) => start)).toEqual([at(8), at(9), at(10)]);
});
