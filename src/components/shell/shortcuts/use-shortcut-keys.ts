"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { NavigationItem } from "../navigation";
import { useActions } from "../use-actions";
import { isForPage } from "./key-switch";
import { pageLetters } from "./page-letters";

/** How long G waits for its letter. */
const letterMs = 1_500;

/** The day, the filter, whatever the page shows stays as it is. */
function besideWhatIsShown(path: string): string {
  const shown = new URLSearchParams(location.search);
  shown.set("new", "true");
  return `${path}?${shown}`;
}

/** G and a letter goes to a page, C begins something new, ? shows all keys. */
export function useShortcutKeys(pages: readonly NavigationItem[], onHelp: () => void) {
  const router = useRouter();
  const path = usePathname();
  const actions = useActions();
  const goingSince = useRef<number>(undefined);
  const hrefOf = (key: string, goes: boolean) => {
    if (goes) return pages.find(({ icon }) => pageLetters[icon] === key)?.href;
    if (key !== "c") return undefined;
    const action = actions.find(({ page }) => path.startsWith(page)) ?? actions[0];
    return action?.page === path ? besideWhatIsShown(path) : action?.href;
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !isForPage(event)) return;
    const key = event.key.toLowerCase();
    const goes = goingSince.current !== undefined && event.timeStamp - goingSince.current < letterMs;
    goingSince.current = key === "g" && !goes ? event.timeStamp : undefined;
    const href = hrefOf(key, goes);
    if (href) {
      event.preventDefault();
      router.push(href);
    } else if (event.key === "?") onHelp();
  };
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
