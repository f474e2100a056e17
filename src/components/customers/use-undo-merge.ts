"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { toast } from "../toast";
import { useErrorToast } from "../use-error-toast";

export function useUndoMerge() {
  const t = useTranslations("customers.merge");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  return useMutation(
    trpc.customers.undoMerge.mutationOptions({
      onSuccess: () => toast.success(t("undone")),
      onError: sayError,
      onSettled: () => queryClient.invalidateQueries(trpc.customers.pathFilter()),
    }),
  );
}
