import { expect, test } from "vitest";
import { lacksAreaCode, readWrittenPhone } from "./phone";

test.each([
  ["0176/12345678", "+4917612345678"],
  ["(0176) 123-456 78", "+4917612345678"],
  ["0049 (0)176 12345678", "+4917612345678"],
  ["+43 664 1234567", "+436641234567"],
  ["17612345678", "+4917612345678"],
  ["4917612345678", "+4917612345678"],
  ["49 176 / 12345678", "+4917612345678"],
  ["4921 123456", "+494921123456"],
  ["3012345678", "+493012345678"],
  ["030 123", "+4930123"],
])("%s is %s", (written, number) => {
  expect(readWrittenPhone(written)).toBe(number);
});

test.each(["4567890", "456 78-90", "(45) 67890"])("%s lacks its area code", (written) => {
  expect(lacksAreaCode(written)).toBe(true);
  expect(readWrittenPhone(written)).toBeUndefined();
});

test.each(["12", "privat", "", "0,176"])("%j is no number at all", (written) => {
  expect(lacksAreaCode(written)).toBe(false);
  expect(readWrittenPhone(written)).toBeUndefined();
});
