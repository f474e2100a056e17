import { z } from "zod";
import { rowId } from "./form-fields";

/** How a customer is called in a calendar outside: not at all, by initials, by the whole name. */
export const feedNames = ["none", "initials", "full"] as const;
export type FeedNames = (typeof feedNames)[number];

export const feedOfStaff = z.object({ staffId: rowId });
export const feedChoice = feedOfStaff.extend({ names: z.enum(feedNames) });
