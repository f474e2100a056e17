import { z } from "zod";
import { reportAnswer } from "@/contracts/call-notes";
import { backgroundHealth, listFailedRuns } from "@/server/domain/background/queries";
import { retryRun } from "@/server/domain/background/retry-run";
import { listReports } from "@/server/domain/call-reports/queries";
import { settleReport } from "@/server/domain/call-reports/settle-report";
import { assignPhoneNumber } from "@/server/domain/phone-numbers/assign-phone-number";
import { listAssignmentOptions } from "@/server/domain/platform/list-assignment-options";
import { listTenants } from "@/server/domain/platform/list-tenants";
import { listUnassignedNumbers } from "@/server/domain/platform/list-unassigned-numbers";
import { platformProcedure, router } from "../trpc";

const assignment = z.object({
  phoneNumber: z.string().max(40),
  tenantId: z.uuid(),
  branchId: z.number().int().positive(),
  agentId: z.number().int().positive().nullable(),
});

export const platformRouter = router({
  tenants: platformProcedure.query(({ ctx }) => listTenants(ctx)),
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
