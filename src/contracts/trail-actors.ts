/** Whose doing is shown; "all" includes what machines did many times a minute. */
export const trailActors = ["people", "assistant", "interface", "webhook", "job", "all"] as const;
export type TrailActor = (typeof trailActors)[number];
