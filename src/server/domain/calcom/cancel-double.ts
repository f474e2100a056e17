import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import { CalcomError } from "@/server/integrations/calcom/errors";
import { logger } from "@/server/logger";
import type { TenantContext } from "../_core/context";
import { recordEvent } from "../_core/record-event";
import { getCalcomConnection } from "./connection";
import { rememberBooking } from "./remember-booking";

const timeoutMs = 15_000;

/**
 * A request of ours that seemed lost took effect after its repetition had: of the two bookings the one that the
 * appointment does not know is cancelled. If that fails, the next comparison finds it again.
 * @returns the booking where it is no double: one that was moved there carries our mark on, and not every message
 *   says what it replaced
 */
export async function cancelDouble(
  ctx: TenantContext,
  { uid }: Pick<CalcomBooking, "uid">,
  appointmentId: number,
): Promise<CalcomBooking | undefined> {
  if (uid === null) return undefined;
  try {
    const { client } = await getCalcomConnection(ctx, { timeoutMs, urgency: "background" });
    const there = await client.getBooking(uid);
    if (there.previousUid !== null) return there;
    await rememberBooking(ctx, await client.cancelBooking(uid, "double"));
    await recordEvent(ctx, ctx.db, "calcom.double_cancelled", appointmentId, { appointmentId });
  } catch (error) {
    if (!(error instanceof CalcomError)) throw error;
    logger.warn(
      { requestId: ctx.requestId, appointmentId, reason: error.message },
      "double booking at Cal.com not cancelled yet",
    );
  }
  return undefined;
}
