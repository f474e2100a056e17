import type { ViewList } from "@/contracts/view-lists";

/** Says which view one came from; with it, the list can tell what was changed since. */
export const viewParameter = "saved";

/** What is open or where one has turned to is no part of a view. */
const passing: Record<ViewList, readonly string[]> = {
  calls: [],
  appointments: ["date", "appointment", "new", "service", "with", "at"],
  customers: [],
  callbacks: ["callback"],
};

/** The part of an address that makes a view; the same view is always the same text. */
export function viewQueryOf(list: ViewList, address: string): string {
  const parameters = new URLSearchParams(address);
  for (const name of [viewParameter, "cursor", ...passing[list]]) parameters.delete(name);
  parameters.sort();
  return parameters.toString();
}

export function viewHref(slug: string, list: ViewList, view: { id: number; query: string }): string {
  const parameters = new URLSearchParams(view.query);
  parameters.set(viewParameter, String(view.id));
  return `/${slug}/${list}?${parameters}`;
}
