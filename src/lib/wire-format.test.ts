import { expect, test } from "vitest";
import { deserialize, serialize } from "./wire-format";

const overTheWire = (value: unknown) => deserialize(JSON.parse(JSON.stringify(serialize(value))));

test("instants arrive as instants, wherever they stand", () => {
  const value = {
    rows: [{ "start.time": new Date("2026-03-29T01:00:00.123Z"), name: "2026-03-29T01:00:00.123Z" }, null],
    at: new Date(0),
  };
  expect(overTheWire(value)).toEqual(value);
  expect(overTheWire(new Date(1))).toEqual(new Date(1));
});

test("nothing arrives as nothing, and null as null", () => {
  expect(overTheWire(undefined)).toBeUndefined();
  expect(overTheWire(null)).toBeNull();
  expect(overTheWire({ a: undefined, b: null })).toEqual({ b: null });
});

test("what would arrive as something else is refused on the way out", () => {
  expect(() => serialize({ a: [new Map()] })).toThrow("Map at a.0 cannot be sent");
  expect(() => serialize({ a: 1n })).toThrow("bigint at a cannot be sent");
});

test("a path that leads nowhere, or to a prototype, changes nothing", () => {
  const json = { a: 1 };
  const instants = [["b", "c"], ["a"], ["__proto__", "toString"], ["constructor", "name"]];
  expect(deserialize({ json, instants })).toEqual({ a: 1 });
  expect(Object.hasOwn(Object.prototype.toString, "getTime")).toBe(false);
});
