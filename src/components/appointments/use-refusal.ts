"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ErrorView } from "@/contracts/errors";
import { useErrorMessage } from "../use-error-message";

export interface Refused {
  data?: { error?: ErrorView } | null;
}

/** What to say about a refused write. Where somebody else was faster, the page has already asked again. */
export function useRefusal() {
  const t = useTranslations("appointments");
  const message = useErrorMessage();
  return useCallback(
    (error: Refused) =>
      error.data?.error?.code === "appointment.changed_meanwhile"
        ? t("changedMeanwhile")
        : message(error).said,
    [t, message],
  );
}
