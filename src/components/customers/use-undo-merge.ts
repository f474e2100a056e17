"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { toast } from "../toast";
import { useErrorMessage } from "../use-error-message";

export function useUndoMerge() {
  const t = useTranslations("customers.merge");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const message = useErrorMessage();
  return useMutation(
    trpc.customers.undoMerge.mutationOptions({
      onSuccess: () => toast.success(t("undone")),
      onError: (error) => toast.error(message(error).sentence),
      onSettled: () => queryClient.invalidateQueries(trpc.customers.pathFilter()),
    }),
  );
}
