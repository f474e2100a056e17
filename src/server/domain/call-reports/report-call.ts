import type { z } from "zod";
import { newReport } from "@/contracts/call-notes";
import { callReports } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { authorOf, lockNotedCall } from "../call-notes/queries";

/** Tells the people of the platform what went wrong in a call. @throws DomainError `call.not_found`, `forbidden` */
export async function reportCall(
  ctx: TenantContext,
  input: z.input<typeof newReport>,
): Promise<{ reportId: number }> {
  requirePermission(ctx, "calls:annotate");
  const { callId, kind, text } = newReport.parse(input);
  const reportedBy = authorOf(ctx);
  return transact(ctx.db, async (tx) => {
    await lockNotedCall(ctx, tx, callId);
    const { tenant, requestId } = ctx;
    const values = { tenantId: tenant.id, callId, kind, text, reportedBy, requestId };
    const [row] = await tx.insert(callReports).values(values).$returningId();
    const reportId = (row as { id: number }).id;
    await recordEvent(ctx, tx, "call.reported", callId, { reportId, kind });
    return { reportId };
  });
}
