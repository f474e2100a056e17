import { usesInngestServer } from "@/env";
import { getDatabase } from "@/server/db";
import { logger } from "@/server/logger";
import { sendOutbox } from "./send-outbox";
import { wakeExecutor } from "./wake";

let sending = false;
let nudgedMeanwhile = false;

/** One sender per process: two would send the same events twice. */
async function send(): Promise<void> {
  nudgedMeanwhile = true;
  if (sending) return;
  sending = true;
  try {
    while (nudgedMeanwhile) {
      nudgedMeanwhile = false;
      await sendOutbox(getDatabase());
    }
  } catch (error) {
    logger.warn({ err: error }, "outbox left for the sweeper");
  } finally {
    sending = false;
  }
}

/**
 * Call after a commit that recorded events: work starts within milliseconds instead of at the next sweep.
 * Never awaited, never throws: the outbox row alone guarantees that the event is delivered.
 */
export function nudgeDispatch(): void {
  try {
    if (!usesInngestServer()) {
      wakeExecutor();
      return;
    }
    void send();
  } catch (error) {
    logger.warn({ err: error }, "nudge failed");
  }
}
