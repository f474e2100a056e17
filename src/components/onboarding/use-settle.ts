"use client";

import { useMutation } from "@tanstack/react-query";
import type { SettledState, SetupStep } from "@/contracts/trades";
import { useTRPC } from "@/trpc/client";
import { toast } from "../toast";
import { useErrorMessage } from "../use-error-message";
import { useSetupChanged } from "./use-setup";

/** Notes a step without a form as done or left for later, and goes on. */
export function useSettle(step: SetupStep, goOn: () => void) {
  const trpc = useTRPC();
  const changed = useSetupChanged();
  const message = useErrorMessage();
  const { mutate, isPending } = useMutation(
    trpc.onboarding.settleStep.mutationOptions({
      onSuccess: async () => {
        await changed();
        goOn();
      },
      onError: (error) => toast.error(message(error).sentence),
    }),
  );
  const settle = (state: SettledState) => {
    if (!isPending) mutate({ step, state });
  };
  return { settle, isPending };
}
