import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** What the key is called that is held for commands: ⌘ on Apple's keyboards, Ctrl in the page's language elsewhere. */
export function useCommandKey(): string {
  const t = useTranslations("shell.keys");
  return useSyncExternalStore(never, isApple, () => false) ? "⌘" : t("control");
}
