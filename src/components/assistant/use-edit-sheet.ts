import { useTranslations } from "next-intl";
import { usePageLocale } from "../use-page-locale";
import type { Assistant } from "./outputs";

/** What every sheet says in which a draft is written, and how it begins again after somebody else's change. */
export function useEditSheet(language: Assistant["language"], ask: () => Promise<{ isFetching: boolean }>) {
  const t = useTranslations("assistant.edit");
  // Whoever reads this page in another language would write answers in that one.
  const isOther = language !== usePageLocale();
  return {
    description: isOther ? `${t("hint")} ${t("speaks", { language })}` : t("hint"),
    refresh: async () => {
      // News of the same change may ask at the same moment and end our question without an answer.
      while ((await ask()).isFetching);
    },
  };
}
