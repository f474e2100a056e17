import type { TenantContext } from "../_core/context";

/** Whose name stands beside a version; programs have none. */
export const authorOf = ({ actor }: TenantContext): number | null =>
  actor.type === "user" ? actor.userId : null;
