import { bookingRuleChange, callPolicy } from "@/contracts/booking-rules";
import { changeBookingRule } from "@/server/domain/booking-rules/change-booking-rule";
import { changeCallPolicy } from "@/server/domain/booking-rules/change-call-policy";
import { getBookingSettings } from "@/server/domain/booking-rules/get-booking-settings";
import { router, tenantProcedure } from "../trpc";

export const bookingRulesRouter = router({
  get: tenantProcedure.query(({ ctx }) => getBookingSettings(ctx)),
  changeRule: tenantProcedure
    .input(bookingRuleChange)
    .mutation(({ ctx, input }) => changeBookingRule(ctx, input)),
  changeCallPolicy: tenantProcedure
    .input(callPolicy)
    .mutation(({ ctx, input }) => changeCallPolicy(ctx, input)),
});
