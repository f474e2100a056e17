import type { Permission } from "./permissions";

/** The lists of which somebody may keep a view. */
export const viewLists = ["calls", "appointments", "customers", "callbacks"] as const;
export type ViewList = (typeof viewLists)[number];

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
