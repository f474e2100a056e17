import { expect, test } from "vitest";
import { seenFrom, shortAddress } from "./seen-from";

test.each([
  ["203.0.113.77", "203.0.113.0"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::"],
  ["2001:db8::6", "2001:db8:0::"],
  ["2001::3:4:5:6:7:8", "2001:0:3::"],
  ["::1", "0:0:0::"],
])("of %s only the network is kept", (address, short) => {
  expect(shortAddress(address)).toBe(short);
});

test("what a browser does not say is not guessed", () => {
  expect(seenFrom({ ipAddress: null, userAgent: "curl/8" })).toEqual({ address: null, device: null });
});
