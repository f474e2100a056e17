"use client";

import { useTranslations } from "next-intl";

/** Retell's list of reasons grows, so an unknown one is shown as it came. */
export function useEndingText(reason: string | null): string | undefined {
  const t = useTranslations("calls.ending");
  if (!reason) return undefined;
  return t.has(reason as "user_hangup") ? t(reason as "user_hangup") : reason;
}
