import { describe, expect, test } from "vitest";
import { tidyArguments } from "./arguments";
import { readCustomerName } from "./customer-name";
import { baseToolName, pendingToolCallId } from "./request";

describe("arguments as models send them", () => {
  test.each([
    [
      "placeholders are nothing",
      { a: "None", b: "null", c: " ", d: "Unbekannt", e: "n/a", f: null, g: "x" },
      { g: "x" },
    ],
    ["call_id is ignored", { call_id: "call_1", date: " morgen " }, { date: "morgen" }],
    ["a JSON string is unpacked", '{"time":"14:30"}', { time: "14:30" }],
    ["an empty string is no arguments", "", {}],
    ["missing is no arguments", undefined, {}],
    ["nested values are dropped", { a: { b: 1 }, c: [1], d: 3, e: true }, { d: 3, e: true }],
  ])("%s", (_, raw, tidy) => {
    expect(tidyArguments(raw)).toEqual(tidy);
  });

  test.each([[["a"]], [7], ["{"], ["[]"], [true]])("%j is no set of arguments", (raw) => {
    expect(tidyArguments(raw)).toBeUndefined();
  });
});

describe("names of tools", () => {
  test.each([
    ["book_appointment", "book_appointment"],
    ["book_appointment_v17", "book_appointment"],
    ["get-customer-appointments-v4", "get_customer_appointments"],
    ["Check_Availability", "check_availability"],
    ["save_v2_report", "save_v2_report"],
  ])("%s is %s", (name, base) => {
    expect(baseToolName(name)).toBe(base);
  });
});

describe("which tool call a request carries out", () => {
  const invocation = (tool_call_id: string, name: string) => ({
    role: "tool_call_invocation",
    tool_call_id,
    name,
  });
  const call = (items: { role: string; tool_call_id?: string; name?: string; content?: string }[]) => ({
    call_id: "call_1",
    transcript_with_tool_calls: items,
  });

  test("the last one of this name without a result, version suffix or not", () => {
    const items = [
      invocation("a", "book_appointment_v17"),
      { role: "tool_call_result", tool_call_id: "a", content: "{}" },
      invocation("b", "book_appointment_v17"),
      invocation("c", "list_services"),
      { role: "agent", content: "Einen Moment." },
    ];
    expect(pendingToolCallId(call(items), "book_appointment")).toBe("b");
  });

  test("none where every one has its result, or there is no transcript", () => {
    const items = [invocation("a", "list_services"), { role: "tool_call_result", tool_call_id: "a" }];
    expect(pendingToolCallId(call(items), "list_services")).toBeUndefined();
    expect(pendingToolCallId({ call_id: "call_1" }, "list_services")).toBeUndefined();
  });
});

describe("a customer's name", () => {
  const team = { staffNames: ["Anna Weber", "Ben Krause"], agentName: "Clara" };

  test.each([
    ["Erika Beispiel", "Erika Beispiel"],
    ["  Herr   Mustermann ", "Mustermann"],
    ["mein Name ist Karl Peter.", "Karl Peter"],
    ["Guten Tag, hier ist Frau Müller-Lüdenscheidt", "Müller-Lüdenscheidt"],
    ["ich heiße Sinéad O'Connor", "Sinéad O'Connor"],
    ["Anna Schulz", "Anna Schulz"],
    ["Dr. Ngô", "Dr. Ngô"],
  ])("%j is %s", (said, name) => {
    expect(readCustomerName(said, team)).toEqual({ ok: true, name });
  });

  test.each([
    [undefined, "missing"],
    ["", "missing"],
    ["Unbekannt", "missing"],
    ["Unbekannter Anrufer", "missing"],
    ["Anonym", "missing"],
    ["der Kunde", "missing"],
    ["guten Tag", "missing"],
    ["mir nicht", "missing"],
    ["x", "missing"],
    ["0176 1234", "missing"],
    ["ich weiß nicht so genau wie das jetzt heißt", "missing"],
    ["bei Anna", "staff"],
    ["zu Herrn Krause", "staff"],
    ["Anna", "staff"],
    ["anna weber", "staff"],
    ["Frau Weber", "staff"],
    ["Clara", "agent"],
  ])("%j is refused (%s)", (said, reason) => {
    expect(readCustomerName(said, team)).toEqual({ ok: false, reason });
  });
});
