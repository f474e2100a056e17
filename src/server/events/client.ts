import { createHmac } from "node:crypto";
import { type ClientOptions, Inngest } from "inngest";
import { env, usesInngestServer } from "@/env";
import { logger } from "@/server/logger";

/** With no Inngest server the app signs to itself: whoever lacks AUTH_SECRET cannot run a function from outside. */
export function signingKey(): string | undefined {
  if (usesInngestServer()) return env.INNGEST_SIGNING_KEY;
  return createHmac("sha256", env.AUTH_SECRET).update("askproai/embedded-executor").digest("hex");
}

/** Reads its key at first use, so that `next build` needs no configuration. */
class Client extends Inngest<ClientOptions> {
  override get signingKey(): string | undefined {
    return signingKey();
  }
}

/**
 * Never in Inngest's development mode, because that accepts unsigned requests. No checkpointing: every step goes
 * through the executor, which stores it before the next one starts.
 */
export const inngest = new Client({
  id: "askproai",
  isDev: false,
  checkpointing: false,
  aiMetadata: false,
  logger,
});
