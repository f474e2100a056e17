import { randomUUID } from "node:crypto";
import { getDatabase } from "@/server/db";
import type { Actor, PlatformContext } from "./context";

/** Where an adapter starts: nobody's tenant yet, the process-wide database. */
export function createPlatformContext(actor: Actor, requestId: string = randomUUID()): PlatformContext {
  return { actor, db: getDatabase(), requestId };
}
