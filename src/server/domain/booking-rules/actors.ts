import type { Actor } from "../_core/context";

/** Whether this acts for a customer: by phone or through a partner's key. Rules bind it, and its changes count. */
export const isCustomers = (actor: Pick<Actor, "type">): boolean =>
  actor.type === "voice" || actor.type === "apiKey";
