"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { toast } from "./toast";
import { useErrorMessage } from "./use-error-message";

/** For a write that failed: why, and the id that support asks for where the fault is ours. */
export function useErrorToast() {
  const t = useTranslations("common.error");
  const message = useErrorMessage();
  return useCallback(
    (error: unknown) => {
      const { sentence, isOurs, requestId } = message(error);
      toast.error(sentence, { description: isOurs && requestId && t("reference", { requestId }) });
    },
    [t, message],
  );
}
