import type { Stage } from "./stage";

export interface Scenario {
  /** What one types: `npm run call -- neukunde`. */
  key: string;
  title: string;
  /** What happens, in one sentence. */
  story: string;
  /** Waits for a background job of the product and may take many minutes. */
  slow?: boolean;
  /** The one demo business it can be played at; without it, any. */
  tenantSlug?: string;
  run(stage: Stage): Promise<void>;
}

/** The story cannot go on, e.g. because nothing is free. The sentence is shown as it is. */
export class StoryBroken extends Error {}
