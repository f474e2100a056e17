import { randomUUID } from "node:crypto";
import { getDatabase } from "@/server/db";
import type { Actor, PlatformContext } from "./context";

/** Where a request or job begins: the process's database and a fresh request id. */
export function createPlatformContext(actor: Actor): PlatformContext {
  return { actor, db: getDatabase(), requestId: randomUUID() };
}
