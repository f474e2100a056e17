import { z } from "zod";
import { branchChange } from "@/contracts/branches";
import { settledStep, setupHours, setupPerson, templateForm, wishedNumber } from "@/contracts/onboarding";
import { trades } from "@/contracts/trades";
import { addPerson } from "@/server/domain/onboarding/add-person";
import { applyTemplate } from "@/server/domain/onboarding/apply-template";
import { dismissSetup } from "@/server/domain/onboarding/dismiss-setup";
import { getSetup } from "@/server/domain/onboarding/get-setup";
import { getTemplate } from "@/server/domain/onboarding/get-template";
import { setUpBranch } from "@/server/domain/onboarding/set-up-branch";
import { setUpHours } from "@/server/domain/onboarding/set-up-hours";
import { settleStep } from "@/server/domain/onboarding/settle-step";
import { takeDemoNumber } from "@/server/domain/onboarding/take-demo-number";
import { wishNumber } from "@/server/domain/onboarding/wish-number";
import { router, tenantProcedure } from "../trpc";

/** The set-up of a business that signed up itself, step by step. */
export const onboardingRouter = router({
  get: tenantProcedure.query(({ ctx }) => getSetup(ctx)),
  template: tenantProcedure
    .input(z.object({ trade: z.enum(trades) }))
    .query(({ ctx, input }) => getTemplate(ctx, input.trade)),
  applyTemplate: tenantProcedure.input(templateForm).mutation(({ ctx, input }) => applyTemplate(ctx, input)),
  setUpHours: tenantProcedure.input(setupHours).mutation(({ ctx, input }) => setUpHours(ctx, input)),
  addPerson: tenantProcedure.input(setupPerson).mutation(({ ctx, input }) => addPerson(ctx, input)),
  setUpBranch: tenantProcedure.input(branchChange).mutation(({ ctx, input }) => setUpBranch(ctx, input)),
  takeDemoNumber: tenantProcedure.mutation(({ ctx }) => takeDemoNumber(ctx)),
  wishNumber: tenantProcedure.input(wishedNumber).mutation(({ ctx, input }) => wishNumber(ctx, input)),
  settleStep: tenantProcedure.input(settledStep).mutation(({ ctx, input }) => settleStep(ctx, input)),
  dismiss: tenantProcedure.mutation(({ ctx }) => dismissSetup(ctx)),
});
