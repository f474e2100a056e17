"use client";

import { useMutation } from "@tanstack/react-query";
import type { SettledState, SetupStep } from "@/contracts/trades";
import { useTRPC } from "@/trpc/client";
import { useErrorToast } from "../use-error-toast";
import { useSetupChanged } from "./use-setup";

/** Notes a step without a form as done or left for later, and goes on. */
export function useSettle(step: SetupStep, goOn: () => void) {
  const trpc = useTRPC();
  const changed = useSetupChanged();
  const sayError = useErrorToast();
  const { mutate, isPending } = useMutation(
    trpc.onboarding.settleStep.mutationOptions({
      onSuccess: async () => {
        await changed();
        goOn();
      },
      onError: sayError,
    }),
  );
  const settle = (state: SettledState) => {
    if (!isPending) mutate({ step, state });
  };
  return { settle, isPending };
}
