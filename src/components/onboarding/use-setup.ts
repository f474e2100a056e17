"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { type SetupStep, setupSteps } from "@/contracts/trades";
import { oneOf } from "@/lib/address";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useAddressState } from "../use-address-state";

export type Setup = NonNullable<Outputs["onboarding"]["get"]>;

export function useSetup() {
  const trpc = useTRPC();
  return useQuery(trpc.onboarding.get.queryOptions());
}

/** Where one left off: the first step that is open, else the first that was left for later. */
const unfinished = ({ steps }: Setup): SetupStep =>
  setupSteps.find((step) => !steps[step]) ??
  setupSteps.find((step) => steps[step] === "skipped") ??
  "testCall";

const parameters = { step: oneOf(setupSteps) };

/**
 * The step on screen stands in the address, so that a reload and the way back find it. Without one it is the step with
 * which one came in, also once that is done: the way back leads there.
 */
export function useStep(setup: Setup) {
  const [address, change] = useAddressState(parameters, { push: true, scroll: true });
  const [first] = useState(() => unfinished(setup));
  const step = address.step ?? first;
  const choose = useCallback((next: SetupStep) => change({ step: next }), [change]);
  const goOn = useCallback(() => {
    const following = setupSteps[setupSteps.indexOf(step) + 1];
    if (following) choose(following);
  }, [step, choose]);
  return { step, choose, goOn };
}

/** Asks anew for all that a step may have changed; resolves when it is on screen. */
export function useSetupChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(async () => {
    const routers = [trpc.onboarding, trpc.branches, trpc.staff, trpc.services, trpc.catalog];
    await Promise.all(routers.map((router) => queryClient.invalidateQueries(router.pathFilter())));
  }, [trpc, queryClient]);
}
