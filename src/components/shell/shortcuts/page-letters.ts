import type { NavigationItem } from "../navigation";

/** Pressed after G; pages without one are reached by the search. */
export const pageLetters: Partial<Record<NavigationItem["icon"], string>> = {
  today: "h",
  calls: "a",
  appointments: "t",
  callbacks: "r",
  customers: "k",
  team: "m",
  assistant: "s",
  analytics: "u",
  settings: "e",
  platform: "p",
};
