import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { describeCallbacks } from "./describe-callbacks";
import { readCallback } from "./queries";

/** One callback as the worklist shows it. @throws DomainError `callback.not_found` */
export async function getCallback(ctx: TenantContext, callbackId: number, now = new Date()) {
  requirePermission(ctx, "callbacks:read");
  const [described] = await describeCallbacks(ctx, [await readCallback(ctx, callbackId)], now);
  if (!described) throw notFound("callback");
  return described;
}
