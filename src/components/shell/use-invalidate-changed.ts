"use client";

import { type Query, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";

/** Several changes of one moment ask once. */
const gatherMs = 150;

/** Which routers show what an entity's change touches. */
const shownBy: Record<string, readonly string[]> = {
  assistant: ["assistant"],
  agent: ["assistant", "integrations"],
  call: ["today", "calls", "callNotes", "customers", "onboarding"],
  tool: ["today", "calls"],
  appointment: ["today", "appointments", "calls", "customers", "calendarSync", "staff", "branches"],
  customer: ["today", "appointments", "calls", "customers", "callbacks"],
  callback: ["today", "calls", "customers", "callbacks"],
  staff: ["staff", "services", "branches", "catalog", "appointments", "today"],
  service: ["services", "staff", "resources", "catalog", "appointments"],
  branch: ["branches", "staff", "resources", "catalog", "appointments", "onboarding"],
  resource: ["resources", "services", "appointments"],
  booking_rule: ["bookingRules"],
  setup: ["onboarding"],
  tenant: ["bookingRules", "business", "today"],
  user: ["members", "account"],
  api_key: ["apiKeys"],
  calendar_feed: ["calendarFeeds"],
  saved_view: ["savedViews"],
  invitation: ["members"],
  calcom: ["today", "appointments", "calendarSync", "integrations"],
  phone_number: ["integrations", "assistant", "onboarding", "today"],
};

/** The router a query asks: keys are [[slug], [router, procedure], …]. */
function routerOf(query: Query): string | undefined {
  const path = query.queryKey[1];
  return Array.isArray(path) ? path[0] : undefined;
}

export function useInvalidateChanged() {
  const queryClient = useQueryClient();
  const routers = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const changed = useCallback(
    (changes: readonly { entityType: string }[]) => {
      for (const { entityType } of changes)
        for (const router of shownBy[entityType] ?? []) routers.current.add(router);
      if (routers.current.size === 0 || timer.current) return;
      timer.current = setTimeout(() => {
        const affected = routers.current;
        routers.current = new Set();
        timer.current = undefined;
        queryClient.invalidateQueries({ predicate: (query) => affected.has(routerOf(query) ?? "") });
      }, gatherMs);
    },
    [queryClient],
  );
  const everything = useCallback(() => {
    queryClient.invalidateQueries();
  }, [queryClient]);
  return { changed, everything };
}
