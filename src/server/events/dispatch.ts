import { usesInngestServer } from "@/env";
import { getDatabase } from "@/server/db";
import { logger } from "@/server/logger";
import { sendOutbox } from "./send-outbox";
import { wakeExecutor } from "./wake";

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
    sendOutbox(getDatabase()).catch((error: unknown) =>
      logger.warn({ err: error }, "outbox left for the sweeper"),
    );
  } catch (error) {
    logger.warn({ err: error }, "nudge failed");
  }
}
