import { expect, test } from "vitest";
import { csvLine } from "./csv";
import { decodeText } from "./decode-text";

test.each([
  ["=1+1", "'=1+1"],
  ["+49 171", "'+49 171"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", '"\'\tx"'],
  ["Anna Maier", "Anna Maier"],
  ["2-3", "2-3"],
])("%j is written as %j", (cell, written) => {
  expect(csvLine([cell], ";")).toBe(`${written}\r\n`);
});

test("what would break the line is quoted", () => {
  expect(csvLine(['Anna "Änne" Maier', "a;b", "x\ny", null], ";")).toBe(
    '"Anna ""Änne"" Maier";"a;b";"x\ny";\r\n',
  );
});

test.each([
  ["UTF-8", Buffer.from("Müller")],
  ["UTF-8 with a mark", Buffer.from("\uFEFFMüller")],
  ["Windows-1252", Buffer.from("Müller", "latin1")],
  ["UTF-16", Buffer.from("\uFEFFMüller", "utf16le")],
])("%s is understood", (_, bytes) => {
  expect(decodeText(bytes)).toBe("Müller");
});
