"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { toast } from "../toast";
import { useErrorToast } from "../use-error-toast";

const undoMs = 6_000;

export type CallbackVerbs = ReturnType<typeof useCallbackVerbs>;

/** What can be done about a callback, each with a word about it and, where it can be taken back, the way to do that. */
export function useCallbackVerbs() {
  const t = useTranslations("callbacks");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = {
    onError: useErrorToast(),
    onSettled: () =>
      Promise.all(
        [trpc.callbacks, trpc.today, trpc.calls, trpc.customers].map((router) =>
          queryClient.invalidateQueries(router.pathFilter()),
        ),
      ),
  };
  const reopen = useMutation(
    trpc.callbacks.reopen.mutationOptions({ ...options, onSuccess: () => toast.success(t("reopened")) }),
  );
  const claim = useMutation(trpc.callbacks.claim.mutationOptions(options));
  const release = useMutation(
    trpc.callbacks.release.mutationOptions({ ...options, onSuccess: () => toast.success(t("released")) }),
  );
  const complete = useMutation(
    trpc.callbacks.complete.mutationOptions({
      ...options,
      onSuccess: ({ id }) =>
        toast.success(t("completed"), {
          duration: undoMs,
          action: { label: t("undo"), onClick: () => reopen.mutate({ callbackId: id }) },
        }),
    }),
  );
  const postpone = useMutation(
    trpc.callbacks.postpone.mutationOptions({ ...options, onSuccess: () => toast.success(t("postponed")) }),
  );
  const change = useMutation(
    trpc.callbacks.change.mutationOptions({ ...options, onSuccess: () => toast.success(t("saved")) }),
  );
  const pending = [claim, release, complete, postpone, reopen].some((verb) => verb.isPending);
  return { claim, release, complete, postpone, reopen, change, pending };
}
