import { accountRouter } from "./routers/account";
import { analyticsRouter } from "./routers/analytics";
import { apiKeysRouter } from "./routers/api-keys";
import { appointmentsRouter } from "./routers/appointments";
import { assistantRouter } from "./routers/assistant";
import { auditTrailRouter } from "./routers/audit-trail";
import { bookingRulesRouter } from "./routers/booking-rules";
import { branchesRouter } from "./routers/branches";
import { businessRouter } from "./routers/business";
import { calendarFeedsRouter } from "./routers/calendar-feeds";
import { calendarSyncRouter } from "./routers/calendar-sync";
import { callNotesRouter } from "./routers/call-notes";
import { callbacksRouter } from "./routers/callbacks";
import { callsRouter } from "./routers/calls";
import { catalogRouter } from "./routers/catalog";
import { customersRouter } from "./routers/customers";
import { integrationsRouter } from "./routers/integrations";
import { liveRouter } from "./routers/live";
import { membersRouter } from "./routers/members";
import { onboardingRouter } from "./routers/onboarding";
import { platformRouter } from "./routers/platform";
import { resourcesRouter } from "./routers/resources";
import { savedViewsRouter } from "./routers/saved-views";
import { servicesRouter } from "./routers/services";
import { staffRouter } from "./routers/staff";
import { testCallsRouter } from "./routers/test-calls";
import { todayRouter } from "./routers/today";
import { router } from "./trpc";

/** One line per entity; each has its own file in routers/. */
export const appRouter = router({
  account: accountRouter,
  analytics: analyticsRouter,
  apiKeys: apiKeysRouter,
  appointments: appointmentsRouter,
  assistant: assistantRouter,
  auditTrail: auditTrailRouter,
  branches: branchesRouter,
  bookingRules: bookingRulesRouter,
  business: businessRouter,
  calendarFeeds: calendarFeedsRouter,
  calendarSync: calendarSyncRouter,
  callNotes: callNotesRouter,
  callbacks: callbacksRouter,
  calls: callsRouter,
  catalog: catalogRouter,
  customers: customersRouter,
  integrations: integrationsRouter,
  live: liveRouter,
  members: membersRouter,
  onboarding: onboardingRouter,
  platform: platformRouter,
  resources: resourcesRouter,
  savedViews: savedViewsRouter,
  services: servicesRouter,
  staff: staffRouter,
  testCalls: testCallsRouter,
  today: todayRouter,
});

export type AppRouter = typeof appRouter;
