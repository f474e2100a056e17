import type { tenantKinds } from "./tenants";

/** What a business says it is when it signs up; finer than its kind, because it decides what is set up. */
export const trades = [
  "physiotherapy",
  "medical",
  "dental",
  "hairdresser",
  "cosmetics",
  "consultancy",
  "garage",
  "other",
] as const;
export type Trade = (typeof trades)[number];

export const kindOfTrade: Record<Trade, (typeof tenantKinds)[number]> = {
  physiotherapy: "physiotherapy",
  medical: "medical",
  dental: "medical",
  hairdresser: "salon",
  cosmetics: "salon",
  consultancy: "consultancy",
  garage: "other",
  other: "other",
};

/** What is set up before the first call, in the order in which it makes sense. */
export const setupSteps = ["trade", "hours", "staff", "branch", "number", "testCall"] as const;
export type SetupStep = (typeof setupSteps)[number];
/** `skipped` is for later: it stays on the list of what is left to do. */
export const settledStates = ["done", "skipped"] as const;
export type SettledState = (typeof settledStates)[number];
