import { z } from "zod";
import { longestViewName, longestViewQuery, viewLists } from "./view-lists";

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
