import { eq } from "drizzle-orm";
import type { z } from "zod";
import { reportAnswer } from "@/contracts/call-notes";
import { callReports } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { loadTenantContext } from "../_core/tenant-context";
import { transact } from "../_core/transact";

/** The platform has looked into it; its answer stands on the call's page. A second time replaces the answer. @throws DomainError `call_report.not_found` */
export async function settleReport(ctx: PlatformContext, input: z.input<typeof reportAnswer>): Promise<void> {
  requirePermission(ctx, "platform:admin");
  const { reportId, answer } = reportAnswer.parse(input);
  const which = eq(callReports.id, reportId);
  const [report] = await ctx.db
    .select({ tenantId: callReports.tenantId, callId: callReports.callId })
    .from(callReports)
    .where(which);
  if (!report) throw notFound("call_report");
  const tenantCtx = await loadTenantContext(ctx, report.tenantId);
  const settledBy = ctx.actor.type === "user" ? ctx.actor.userId : null;
  await transact(ctx.db, async (tx) => {
    await tx
      .update(callReports)
      .set({ settledAt: new Date(), settledBy, answer: answer || null })
      .where(which);
    await recordEvent(tenantCtx, tx, "call.report_settled", report.callId, { reportId });
  });
}
