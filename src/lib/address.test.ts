import { expect, it } from "vitest";
import {
  addressLoader,
  addressWriter,
  anyText,
  day,
  flag,
  listOf,
  oneOf,
  parameter,
  readAddress,
  usually,
  writeAddress,
} from "./address";

const parameters = {
  search: anyText,
  outcome: listOf(oneOf(["booked", "missed"])),
  rows: usually(50, oneOf([25, 50, 100])),
  from: day,
  branch: parameter((text) => (/^\d+$/.test(text) ? Number(text) : null)),
  new: flag,
};
const read = (query: string) => {
  const asked = new URLSearchParams(query);
  return readAddress(parameters, (name) => asked.get(name));
};
const nothing = { search: null, outcome: null, rows: 50, from: null, branch: null, new: false };

it("an address that says nothing, or nothing that is known, means the usual", () => {
  expect(read("")).toEqual(nothing);
  expect(read("rows=7&from=2026-02-30&branch=x&new=1&other=1")).toEqual(nothing);
  expect(read("outcome=booked,nonsense").outcome).toEqual(["booked"]);
});

it("what is written is read again as it was", () => {
  const address = {
    search: "Müller & Söhne, 10:30",
    outcome: ["booked", "missed"] as const,
    rows: 100 as const,
    from: "2026-11-23",
    branch: 0,
    new: true,
  };
  expect(read(writeAddress(parameters, { ...address, outcome: [...address.outcome] }))).toEqual(address);
});

it("the usual and what is taken away are not written; what is not mentioned stays", () => {
  const write = addressWriter(parameters);
  expect(write({ rows: 50, new: false, search: null, outcome: undefined })).toBe("");
  expect(write({ outcome: ["booked", "missed"] })).toBe("?outcome=booked,missed");
  expect(writeAddress(parameters, { rows: 50, branch: 3 }, "?rows=25&saved=4&branch=1")).toBe(
    "?saved=4&branch=3",
  );
});

it("a page reads its request the same way, the first of several", async () => {
  const load = addressLoader(parameters);
  expect(await load(Promise.resolve({ rows: ["25", "100"], search: undefined }))).toEqual({
    ...nothing,
    rows: 25,
  });
});
