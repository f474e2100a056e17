"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { toast } from "../toast";
import { useCatalogChanged } from "./use-catalog-changed";

/** What follows every write of this page: the page shows it, the form goes, a word says so. */
export function useSave(done: () => void) {
  const t = useTranslations("team");
  const changed = useCatalogChanged();
  return useCallback(
    <Values, Answer>(write: (values: Values) => Promise<Answer>) =>
      async (values: Values): Promise<Answer> => {
        const answer = await write(values);
        await changed();
        done();
        toast.success(t("saved"));
        return answer;
      },
    [changed, done, t],
  );
}
