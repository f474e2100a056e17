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
  /** Not a refusal that the person can act on: support will ask for the request. */
  isOurs: boolean;
  /** The sentence and, where the fault is ours, the request's id, for where there is one line of text. */
  said: string;
}

/** What to say about a failed request: the sentence of its code, else of its kind. */
export function useErrorMessage(): (error: unknown) => ErrorMessage {
  const t = useTranslations("errors");
  const common = useTranslations("common.error");
  return useCallback(
    (error) => {
      const view = viewOf(error);
      if (!view) {
        const sentence = t("unreachable");
        return { sentence, said: sentence, isFinal: false, isOurs: false };
      }
      const { code, kind, details, requestId } = view;
      const key = [code, kind].find((candidate) => t.has(candidate as "internal")) ?? "internal";
      const sentence = t(key as "internal", speakable(details));
      const isOurs = kind === "internal" || kind === "unavailable";
      return {
        sentence,
        requestId,
        isFinal: kind === "not_found" || kind === "forbidden",
        isOurs,
        said: isOurs ? `${sentence} ${common("reference", { requestId })}` : sentence,
      };
    },
    [t, common],
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
