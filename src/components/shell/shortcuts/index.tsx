"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useState } from "react";
import type { NavigationItem } from "../navigation";
import { useShortcutKeys } from "./use-shortcut-keys";

const KeysDialog = dynamic(() => import("./keys-dialog").then((module) => module.KeysDialog), { ssr: false });

const OpenContext = createContext<(() => void) | undefined>(undefined);

/** Shows the keys; undefined outside of a business's pages, where there are none. */
export const useShowKeys = () => useContext(OpenContext);

interface ShortcutsProps {
  pages: NavigationItem[];
  children: ReactNode;
}

/** The single keys of a business's pages, and the dialog that lists them and switches them off. */
export function Shortcuts({ pages, children }: ShortcutsProps) {
  const [open, setOpen] = useState<boolean>();
  const show = () => setOpen(true);
  useShortcutKeys(pages, show);
  return (
    <OpenContext value={show}>
      {children}
      {open !== undefined && <KeysDialog open={open} onOpenChange={setOpen} pages={pages} />}
    </OpenContext>
  );
}
