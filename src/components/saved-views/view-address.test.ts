import { expect, test } from "vitest";
import { viewHref, viewQueryOf } from "./view-address";

test("a view is the list as it stands, without the page one is on or what lies open", () => {
  expect(viewQueryOf("calls", "?rows=100&outcome=hung_up,unresolved&cursor=%3C1.2&saved=4&hide=reason")).toBe(
    "hide=reason&outcome=hung_up%2Cunresolved&rows=100",
  );
  expect(viewQueryOf("callbacks", "?view=mine&callback=7")).toBe("view=mine");
  expect(viewQueryOf("appointments", "?view=list&date=2026-11-24&staff=3&new=true")).toBe(
    "staff=3&view=list",
  );
});

test("the same view is the same text, in whatever order it came about", () => {
  expect(viewQueryOf("calls", "?b=1&a=2")).toBe(viewQueryOf("calls", "?a=2&b=1"));
});

test("opening a view and looking at it again finds nothing changed, whatever is typed into a search", () => {
  const query = viewQueryOf("calls", "?search=M%C3%BCller+%26+S%C3%B6hne%2F%23&day=today");
  expect(query).toMatch(/^[^?#/\\\s]*$/);
  const { search } = new URL(viewHref("praxis", "calls", { id: 3, query }), "http://localhost");
  expect(viewQueryOf("calls", search)).toBe(query);
});
