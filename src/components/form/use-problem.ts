"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** The sentence for what a schema says is wrong with a field (contracts/form-fields). */
export function useProblem() {
  const t = useTranslations("form.problem");
  return useCallback(
    (problem: string | undefined) =>
      problem === undefined ? undefined : t(t.has(problem as "other") ? (problem as "other") : "other"),
    [t],
  );
}
