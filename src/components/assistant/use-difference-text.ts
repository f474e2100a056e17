import { useTranslations } from "next-intl";
import type { Difference } from "./outputs";

/** What differs, in a sentence. */
export function useDifferenceText() {
  const t = useTranslations("assistant.difference");
  return (difference: Difference) => {
    switch (difference.kind) {
      case "other_version":
        return t("other_version", { found: difference.found, expected: difference.expected });
      case "settings":
      case "tools_missing":
      case "tools_different":
      case "tools_extra":
        return t(difference.kind, { count: difference.names.length });
      default:
        return t(difference.kind);
    }
  };
}
