import { z } from "zod";
import { activeChange } from "@/contracts/catalog";
import { rowId } from "@/contracts/form-fields";
import {
  absenceRequest,
  newStaffMember,
  qualificationChange,
  specialHoursChange,
  staffChange,
  timeOffRequest,
  workingHoursChange,
} from "@/contracts/staff";
import { setActive } from "@/server/domain/catalog/set-active";
import { addTimeOff } from "@/server/domain/staff/add-time-off";
import { changeQualifications } from "@/server/domain/staff/change-qualifications";
import { changeStaffMember } from "@/server/domain/staff/change-staff-member";
import { createStaffMember } from "@/server/domain/staff/create-staff-member";
import { getStaffMember } from "@/server/domain/staff/get-staff-member";
import { listAbsenceAppointments } from "@/server/domain/staff/list-absence-appointments";
import { listStaffMembers } from "@/server/domain/staff/list-staff-members";
import { removePhoto } from "@/server/domain/staff/remove-photo";
import { removeTimeOff } from "@/server/domain/staff/remove-time-off";
import { setSpecialHours } from "@/server/domain/staff/set-special-hours";
import { setWorkingHours } from "@/server/domain/staff/set-working-hours";
import { router, tenantProcedure } from "../trpc";

const one = z.object({ staffId: rowId });
const oneTimeOff = one.extend({ timeOffId: rowId });

export const staffRouter = router({
  list: tenantProcedure.query(({ ctx }) => listStaffMembers(ctx)),
  get: tenantProcedure.input(one).query(({ ctx, input }) => getStaffMember(ctx, input.staffId)),
  create: tenantProcedure.input(newStaffMember).mutation(({ ctx, input }) => createStaffMember(ctx, input)),
  change: tenantProcedure.input(staffChange).mutation(({ ctx, input }) => changeStaffMember(ctx, input)),
  setActive: tenantProcedure.input(activeChange).mutation(({ ctx, input }) => setActive(ctx, "staff", input)),
  changeQualifications: tenantProcedure
    .input(qualificationChange)
    .mutation(({ ctx, input }) => changeQualifications(ctx, input)),
  setWorkingHours: tenantProcedure
    .input(workingHoursChange)
    .mutation(({ ctx, input }) => setWorkingHours(ctx, input)),
  setSpecialHours: tenantProcedure
    .input(specialHoursChange)
    .mutation(({ ctx, input }) => setSpecialHours(ctx, input)),
  absenceAppointments: tenantProcedure
    .input(absenceRequest)
    .query(({ ctx, input }) => listAbsenceAppointments(ctx, input)),
  addTimeOff: tenantProcedure.input(timeOffRequest).mutation(({ ctx, input }) => addTimeOff(ctx, input)),
  removeTimeOff: tenantProcedure.input(oneTimeOff).mutation(({ ctx, input }) => removeTimeOff(ctx, input)),
  removePhoto: tenantProcedure.input(one).mutation(({ ctx, input }) => removePhoto(ctx, input.staffId)),
});
