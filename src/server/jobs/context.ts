import type { PlatformContext } from "@/server/domain/_core/context";
import { createPlatformContext } from "@/server/domain/_core/platform-context";

/** What a step hands to its verb. `loadTenantContext` narrows it to the event's tenant. */
export function platformContext(jobName: string): PlatformContext {
  return createPlatformContext({ type: "job", name: jobName });
}
