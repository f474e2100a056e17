import { feedChoice, feedOfStaff } from "@/contracts/calendar-feeds";
import { changeFeed } from "@/server/domain/calendar-feeds/change-feed";
import { createFeed } from "@/server/domain/calendar-feeds/create-feed";
import { getFeed } from "@/server/domain/calendar-feeds/get-feed";
import { revokeFeed } from "@/server/domain/calendar-feeds/revoke-feed";
import { router, tenantProcedure } from "../trpc";

export const calendarFeedsRouter = router({
  get: tenantProcedure.input(feedOfStaff).query(({ ctx, input }) => getFeed(ctx, input)),
  create: tenantProcedure.input(feedChoice).mutation(({ ctx, input }) => createFeed(ctx, input)),
  change: tenantProcedure.input(feedChoice).mutation(({ ctx, input }) => changeFeed(ctx, input)),
  revoke: tenantProcedure.input(feedOfStaff).mutation(({ ctx, input }) => revokeFeed(ctx, input)),
});
