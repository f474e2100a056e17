import { expect, test } from "vitest";
import type { Address } from "./address";
import { addMonths, monthRequestFor } from "./month-request";

const on = (date: string) => monthRequestFor({ date, staff: null, branch: 3 } as Address, "2000-01-01");

test("a month is shown in the whole weeks that hold it", () => {
  expect(on("2026-11-22")).toMatchObject({ fromDate: "2026-10-26", weeks: 6, branchId: 3 });
  expect(on("2027-02-14")).toMatchObject({ fromDate: "2027-02-01", weeks: 4 });
  expect(on("2026-12-31")).toMatchObject({ fromDate: "2026-11-30", weeks: 5 });
});

test("months follow each other across the year", () => {
  expect(addMonths("2026-12-31", 1)).toBe("2027-01-01");
  expect(addMonths("2026-01-31", -1)).toBe("2025-12-01");
});
