import { z } from "zod";
import type { Permission } from "./permissions";

/** The lists that can be kept as a view. */
export const viewLists = ["calls", "appointments", "customers", "callbacks"] as const;
export type ViewList = (typeof viewLists)[number];

/** Whoever may read a list may keep views of it. */
export const viewListPermissions = {
  calls: "calls:read",
  appointments: "appointments:read",
  customers: "customers:read",
  callbacks: "callbacks:read",
} as const satisfies Record<ViewList, Permission>;

export const longestViewName = 60;
export const longestViewQuery = 2000;
/** Of one person and one list; whoever keeps more finds none of them. */
export const mostOwnViews = 30;

const name = z.string().trim().min(1).max(longestViewName);
/** An address's parameters and nothing else: no path, no host, no fragment. */
const query = z
  .string()
  .max(longestViewQuery)
  .regex(/^[^?#/\\\s]*$/);

export const viewListRequest = z.object({ list: z.enum(viewLists) });
export const viewRef = z.object({ viewId: z.number().int().positive() });
export const newView = viewListRequest.extend({ name, query, shared: z.boolean() });
export type NewView = z.infer<typeof newView>;
export const viewChange = viewRef.extend({
  name: name.optional(),
  query: query.optional(),
  shared: z.boolean().optional(),
});
export type ViewChange = z.infer<typeof viewChange>;
