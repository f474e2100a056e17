"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { NavigationItem } from "../navigation";
import { useCommandKey } from "../use-command-key";

const Palette = dynamic(() => import("./palette").then(({ Palette }) => Palette), { ssr: false });

const typesText = "input, textarea, select, [contenteditable]";

const OpenContext = createContext<() => void>(() => {});

interface CommandPaletteProps {
  pages: NavigationItem[];
  children: ReactNode;
}

/** Opens by `PaletteButton`, Ctrl K and ⌘ K, except where somebody types; loaded when it is first wanted. */
export function CommandPalette({ pages, children }: CommandPaletteProps) {
  const [open, setOpen] = useState<boolean>();
  useEffect(() => {
    const toggle = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey) return;
      const target = event.target as HTMLElement;
      if (target.closest(typesText) && !target.closest("[cmdk-root]")) return;
      event.preventDefault();
      setOpen((now) => !now);
    };
    addEventListener("keydown", toggle);
    return () => removeEventListener("keydown", toggle);
  }, []);
  return (
    <OpenContext value={() => setOpen(true)}>
      {children}
      {open !== undefined && <Palette open={open} onOpenChange={setOpen} pages={pages} />}
    </OpenContext>
  );
}

/** A field to look at on the desk, an icon on the phone. */
export function PaletteButton() {
  const t = useTranslations("shell.palette");
  const open = useContext(OpenContext);
  const commandKey = useCommandKey();
  return (
    <button
      type="button"
      aria-label={t("open")}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={open}
      className="flex h-11 items-center gap-2.5 rounded-control px-3 text-muted-foreground transition-colors duration-150 hover:bg-hover hover:text-foreground md:h-9 md:border md:bg-surface md:px-2.5"
    >
      <Search className="size-5 md:size-4" aria-hidden="true" />
      <span className="max-md:hidden">{t("open")}</span>
      <span className="ml-auto text-xs max-md:hidden">{commandKey} K</span>
    </button>
  );
}
