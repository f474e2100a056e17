import { z } from "zod";
import { confirmationDecisions, confirmedActions } from "@/contracts/offers";
import { spokenConfirmations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

const id = z.number().int().positive();
/** What fits the column in any alphabet. */
const maxUtterance = 5_000;

const schema = z.object({
  callId: id,
  action: z.enum(confirmedActions),
  offerId: id.optional(),
  appointmentId: id.optional(),
  decision: z.enum(confirmationDecisions),
  utterance: z
    .string()
    .transform((text) => text.slice(0, maxUtterance))
    .optional(),
  /** Milliseconds since the call began. */
  atMs: z.number().int().min(0).optional(),
});

/**
 * Keeps what was decided about the caller's yes and on which words it rests. One statement while the caller waits, and
 * no event: the row itself is the trail, and the tool call around it records one.
 */
export async function recordConfirmation(ctx: TenantContext, input: z.input<typeof schema>): Promise<void> {
  requirePermission(ctx, "calls:write");
  const values = schema.parse(input);
  await ctx.db.insert(spokenConfirmations).values({ ...values, tenantId: ctx.tenant.id });
}
