"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog as Primitive } from "radix-ui";
import { useRef, useState } from "react";
import { overlayClasses } from "../../ui/dialog-surface";
import { useSettled } from "../../use-settled";
import type { NavigationItem } from "../navigation";
import { Actions, Pages } from "./places";
import { Calls, Customers, useFoundCalls, useFoundCustomers } from "./records";
import { Times } from "./times";

interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  pages: NavigationItem[];
}

/** Pages, actions, people, calls, and a typed time: one field for all of them. */
export function Palette({ open, onOpenChange, pages }: PaletteProps) {
  const t = useTranslations("shell.palette");
  const router = useRouter();
  const [text, setText] = useState("");
  const before = useRef<Element>(null);
  const search = useSettled(text.trim());
  const customers = useFoundCustomers(search);
  const calls = useFoundCalls(search);
  const searching = search !== text.trim() || customers.isFetching || calls.isFetching;
  const failed = customers.isError || calls.isError;
  const close = (next: boolean) => {
    if (!next) setText("");
    onOpenChange(next);
  };
  const go = (href: string) => {
    close(false);
    router.push(href);
  };
  return (
    <Primitive.Root open={open} onOpenChange={close}>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayClasses} />
        <Primitive.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before.current instanceof HTMLElement) before.current.focus();
          }}
          className="fixed inset-x-3 top-3 z-50 overflow-hidden rounded-surface border bg-surface shadow-float outline-none duration-150 data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 md:inset-x-auto md:top-[14vh] md:left-1/2 md:w-full md:max-w-xl md:-translate-x-1/2"
        >
          <Primitive.Title className="sr-only">{t("title")}</Primitive.Title>
          <Command shouldFilter={false} label={t("title")} loop>
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder={t("placeholder")}
              className="h-13 w-full border-b bg-transparent px-4 text-base outline-none placeholder:text-muted-foreground"
            />
            <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-6 text-center text-muted-foreground">
                {t(searching ? "searching" : failed ? "failed" : "nothing")}
              </Command.Empty>
              <Times text={search} onGo={go} />
              <Actions text={text} onGo={go} />
              <Pages text={text} pages={pages} onGo={go} />
              <Customers rows={customers.rows} onGo={go} />
              <Calls rows={calls.rows} onGo={go} />
            </Command.List>
          </Command>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
