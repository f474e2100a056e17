"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ErrorView } from "@/contracts/errors";

interface ErrorMessage {
  sentence: string;
  /** Absent where the server was never reached. */
  requestId?: string;
  /** Asking again would bring the same answer: it is gone, or not for this person. */
  isFinal: boolean;
}

/** What to say about a failed request: the sentence of its code, else of its kind. */
export function useErrorMessage(): (error: unknown) => ErrorMessage {
  const t = useTranslations("errors");
  return useCallback(
    (error) => {
      const view = viewOf(error);
      if (!view) return { sentence: t("unreachable"), isFinal: false };
      const key = [view.code, view.kind].find((candidate) => t.has(candidate as "internal")) ?? "internal";
      return {
        sentence: t(key as "internal", speakable(view.details)),
        requestId: view.requestId,
        isFinal: view.kind === "not_found" || view.kind === "forbidden",
      };
    },
    [t],
  );
}

function viewOf(error: unknown): ErrorView | undefined {
  return (error as { data?: { error?: ErrorView } } | null)?.data?.error;
}

/** A sentence can carry words and numbers, nothing else. */
function speakable(details: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(details).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );
}
