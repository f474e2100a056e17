import { z } from "zod";
import { reportAnswer } from "@/contracts/call-notes";
import {
  newTenant,
  numberList,
  numberMove,
  suspension,
  tenantList,
  tenantRef,
  usageList,
} from "@/contracts/platform";
import { deliveryFilter, deliveryList, deliveryRef } from "@/contracts/webhook-inbox";
import { loadTenantContext } from "@/server/domain/_core/tenant-context";
import { backgroundHealth, listFailedRuns } from "@/server/domain/background/queries";
import { retryRun } from "@/server/domain/background/retry-run";
import { listReports } from "@/server/domain/call-reports/queries";
import { settleReport } from "@/server/domain/call-reports/settle-report";
import { renewInvitation } from "@/server/domain/invitations/renew-invitation";
import { assignPhoneNumber } from "@/server/domain/phone-numbers/assign-phone-number";
import { movePhoneNumber } from "@/server/domain/phone-numbers/move-phone-number";
import { getTenantOverview } from "@/server/domain/platform/get-tenant-overview";
import { listAssignmentOptions } from "@/server/domain/platform/list-assignment-options";
import { listNumbers } from "@/server/domain/platform/list-numbers";
import { listTenants } from "@/server/domain/platform/list-tenants";
import { listUnassignedNumbers } from "@/server/domain/platform/list-unassigned-numbers";
import { listUsage } from "@/server/domain/platform/list-usage";
import { listWishedNumbers } from "@/server/domain/platform/list-wished-numbers";
import { createTenant } from "@/server/domain/tenants/create-tenant";
import { reactivateTenant } from "@/server/domain/tenants/reactivate-tenant";
import { suspendTenant } from "@/server/domain/tenants/suspend-tenant";
import { getDeliveryView } from "@/server/domain/webhook-inbox/get-delivery-view";
import { listDeliveries } from "@/server/domain/webhook-inbox/list-deliveries";
import { replayDelivery } from "@/server/domain/webhook-inbox/replay-delivery";
import { replayFailed } from "@/server/domain/webhook-inbox/replay-failed";
import { revealDelivery } from "@/server/domain/webhook-inbox/reveal-delivery";
import { platformProcedure, router } from "../trpc";

const assignment = z.object({
  phoneNumber: z.string().max(40),
  tenantId: z.uuid(),
  branchId: z.number().int().positive(),
  agentId: z.number().int().positive().nullable(),
});

export const platformRouter = router({
  tenants: platformProcedure.input(tenantList).query(({ ctx, input }) => listTenants(ctx, input)),
  tenant: platformProcedure
    .input(z.object({ slug: z.string().max(100) }))
    .query(({ ctx, input }) => getTenantOverview(ctx, input)),
  createTenant: platformProcedure.input(newTenant).mutation(({ ctx, input }) => createTenant(ctx, input)),
  suspendTenant: platformProcedure.input(suspension).mutation(({ ctx, input }) => suspendTenant(ctx, input)),
  reactivateTenant: platformProcedure
    .input(tenantRef)
    .mutation(({ ctx, input }) => reactivateTenant(ctx, input)),
  renewInvitation: platformProcedure
    .input(tenantRef.extend({ invitationId: z.number().int().positive() }))
    .mutation(async ({ ctx, input: { tenantId, invitationId } }) =>
      renewInvitation(await loadTenantContext(ctx, tenantId), { invitationId }),
    ),
  numbers: platformProcedure.input(numberList).query(({ ctx, input }) => listNumbers(ctx, input)),
  wishedNumbers: platformProcedure.query(({ ctx }) => listWishedNumbers(ctx)),
  moveNumber: platformProcedure.input(numberMove).mutation(({ ctx, input }) => movePhoneNumber(ctx, input)),
  usage: platformProcedure.input(usageList).query(({ ctx, input }) => listUsage(ctx, input)),
  deliveries: platformProcedure.input(deliveryList).query(({ ctx, input }) => listDeliveries(ctx, input)),
  delivery: platformProcedure.input(deliveryRef).query(({ ctx, input }) => getDeliveryView(ctx, input)),
  revealDelivery: platformProcedure
    .input(deliveryRef)
    .mutation(({ ctx, input }) => revealDelivery(ctx, input)),
  replayDelivery: platformProcedure
    .input(deliveryRef)
    .mutation(({ ctx, input }) => replayDelivery(ctx, input)),
  replayFailed: platformProcedure
    .input(deliveryFilter)
    .mutation(({ ctx, input }) => replayFailed(ctx, input)),
  unassignedNumbers: platformProcedure.query(({ ctx }) => listUnassignedNumbers(ctx)),
  assignmentOptions: platformProcedure.query(({ ctx }) => listAssignmentOptions(ctx)),
  assignPhoneNumber: platformProcedure
    .input(assignment)
    .mutation(({ ctx, input }) => assignPhoneNumber(ctx, input)),
  callReports: platformProcedure.query(({ ctx }) => listReports(ctx)),
  settleCallReport: platformProcedure
    .input(reportAnswer)
    .mutation(({ ctx, input }) => settleReport(ctx, input)),
  health: platformProcedure.query(({ ctx }) => backgroundHealth(ctx)),
  failedRuns: platformProcedure.query(({ ctx }) => listFailedRuns(ctx)),
  retryRun: platformProcedure
    .input(z.object({ runId: z.uuid() }))
    .mutation(({ ctx, input }) => retryRun(ctx, input.runId)),
});
