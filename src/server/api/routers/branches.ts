import { z } from "zod";
import {
  branchChange,
  branchSpecialHoursChange,
  closedDaysRequest,
  closureRequest,
  newBranch,
  oneDayRequest,
  openingHoursChange,
  outsideHoursRequest,
} from "@/contracts/branches";
import { activeChange } from "@/contracts/catalog";
import { rowId } from "@/contracts/form-fields";
import { addClosure } from "@/server/domain/branches/add-closure";
import { changeBranch } from "@/server/domain/branches/change-branch";
import { createBranch } from "@/server/domain/branches/create-branch";
import { getBranch } from "@/server/domain/branches/get-branch";
import { listBranchRows } from "@/server/domain/branches/list-branch-rows";
import { listClosureAppointments } from "@/server/domain/branches/list-closure-appointments";
import { listHoursOn } from "@/server/domain/branches/list-hours-on";
import { listOutsideHours } from "@/server/domain/branches/list-outside-hours";
import { removeClosure } from "@/server/domain/branches/remove-closure";
import { setOpeningHours } from "@/server/domain/branches/set-opening-hours";
import { setBranchSpecialHours } from "@/server/domain/branches/set-special-hours";
import { setActive } from "@/server/domain/catalog/set-active";
import { router, tenantProcedure } from "../trpc";

const one = z.object({ branchId: rowId });
const oneClosure = one.extend({ closureId: rowId });

export const branchesRouter = router({
  list: tenantProcedure.query(({ ctx }) => listBranchRows(ctx)),
  get: tenantProcedure.input(one).query(({ ctx, input }) => getBranch(ctx, input.branchId)),
  create: tenantProcedure.input(newBranch).mutation(({ ctx, input }) => createBranch(ctx, input)),
  change: tenantProcedure.input(branchChange).mutation(({ ctx, input }) => changeBranch(ctx, input)),
  setActive: tenantProcedure
    .input(activeChange)
    .mutation(({ ctx, input }) => setActive(ctx, "branch", input)),
  setOpeningHours: tenantProcedure
    .input(openingHoursChange)
    .mutation(({ ctx, input }) => setOpeningHours(ctx, input)),
  setSpecialHours: tenantProcedure
    .input(branchSpecialHoursChange)
    .mutation(({ ctx, input }) => setBranchSpecialHours(ctx, input)),
  hoursOn: tenantProcedure.input(oneDayRequest).query(({ ctx, input }) => listHoursOn(ctx, input)),
  outsideHours: tenantProcedure
    .input(outsideHoursRequest)
    .query(({ ctx, input }) => listOutsideHours(ctx, input)),
  closureAppointments: tenantProcedure
    .input(closedDaysRequest)
    .query(({ ctx, input }) => listClosureAppointments(ctx, input)),
  addClosure: tenantProcedure.input(closureRequest).mutation(({ ctx, input }) => addClosure(ctx, input)),
  removeClosure: tenantProcedure.input(oneClosure).mutation(({ ctx, input }) => removeClosure(ctx, input)),
});
