import { describe, expect, test } from "vitest";
import { safeNextPath } from "./safe-next-path";

describe("after signing in one stays on this site", () => {
  test.each(["/physio-am-park", "/physio-am-park/calls?outcome=booked#top"])("%s is kept", (path) =>
    expect(safeNextPath(path)).toBe(path),
  );

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "/sign-in?next=/a",
    "relative",
    "",
    undefined,
  ])("%s is dropped", (path) => expect(safeNextPath(path)).toBeUndefined());

  test("a parameter given twice is dropped", () => expect(safeNextPath(["/a", "/b"])).toBeUndefined());
});
