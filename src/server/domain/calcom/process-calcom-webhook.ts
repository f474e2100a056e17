import { parseCalcomWebhook } from "@/server/integrations/calcom/webhook-payloads";
import type { PlatformContext } from "../_core/context";
import { loadTenantContext } from "../_core/tenant-context";
import { closeDelivery } from "../webhook-inbox/close-delivery";
import { getDelivery } from "../webhook-inbox/queries";
import { applyBooking } from "./apply-booking";
import { applyOutcome } from "./apply-outcome";
import { findBookingTenant } from "./find-booking-tenant";

/** Works off one stored webhook; a second run changes nothing. */
export async function processCalcomWebhook(ctx: PlatformContext, inboxId: number): Promise<void> {
  const delivery = await getDelivery(ctx.db, inboxId);
  if (delivery.status === "processed") return;
  const { notice } = parseCalcomWebhook(JSON.parse(delivery.body));
  if (notice.kind === "ignored") return closeDelivery(ctx.db, inboxId, "ignored", notice.reason);
  const tenantId = await findBookingTenant(ctx, notice);
  if (!tenantId)
    return closeDelivery(ctx.db, inboxId, "ignored", "no tenant with this booking, event type or host");
  const tenant = await loadTenantContext(ctx, tenantId, { type: "webhook", provider: "calcom" });
  if (notice.kind === "booking") await applyBooking(tenant, notice.booking);
  else
    await applyOutcome(
      tenant,
      notice.uid,
      notice.kind === "ended" ? "completed" : notice.noShow ? "no_show" : undefined,
    );
  await closeDelivery(ctx.db, inboxId, "processed");
}
