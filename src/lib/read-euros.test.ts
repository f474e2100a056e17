import { expect, test } from "vitest";
import { readEuros } from "./read-euros";

test.each([
  ["39", 3900],
  ["39,5", 3950],
  ["39,50 €", 3950],
  ["39.50", 3950],
  ["1.200", 120_000],
  ["1.200,05", 120_005],
  ["0", 0],
  ["", undefined],
  ["-5", undefined],
  ["39,505", undefined],
  ["12.34.567", undefined],
  ["zehn", undefined],
])("%j is %j cents", (text, cents) => expect(readEuros(text)).toBe(cents));
