import type { z } from "zod";
import { deliveryFilter } from "@/contracts/webhook-inbox";
import type { PlatformContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { listDeliveries } from "./list-deliveries";
import { replayDelivery } from "./replay-delivery";

const atOnce = 500;

/**
 * Has what failed among the deliveries of this filter processed once more, at most five hundred of them. Those that
 * fail again are not taken twice in one go; asking again goes on with the rest.
 * @returns how many, and whether others are left
 */
export async function replayFailed(
  ctx: PlatformContext,
  input: z.infer<typeof deliveryFilter>,
): Promise<{ replayed: number; more: boolean }> {
  requirePermission(ctx, "platform:admin");
  const filter = deliveryFilter.parse(input);
  let replayed = 0;
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof listDeliveries>> = await listDeliveries(ctx, {
      ...filter,
      status: "failed",
      cursor,
    });
    for (const { id } of page.rows) {
      if (replayed >= atOnce) return { replayed, more: true };
      if (await isReplayed(ctx, id)) replayed++;
    }
    cursor = page.next;
  }
  return { replayed, more: false };
}

/** What somebody else replayed in the same moment is none of ours. */
async function isReplayed(ctx: PlatformContext, inboxId: number): Promise<boolean> {
  try {
    await replayDelivery(ctx, { inboxId });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
