"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "../../ui/checkbox";
import { Dialog, DialogContent, DialogTitle } from "../../ui/dialog";
import type { NavigationItem } from "../navigation";
import { useActions } from "../use-actions";
import { useCommandKey } from "../use-command-key";
import { keySwitch } from "./key-switch";
import { pageLetters } from "./page-letters";

interface KeysDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  pages: NavigationItem[];
}

export function KeysDialog({ open, onOpenChange, pages }: KeysDialogProps) {
  const t = useTranslations("shell.keys");
  const commandKey = useCommandKey();
  const [state, turn] = keySwitch.use();
  const actions = useActions();
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent aria-describedby={undefined} className="md:max-w-xl">
        <DialogTitle>{t("title")}</DialogTitle>
        <Checkbox checked={state === "on"} onChange={({ target }) => turn(target.checked ? "on" : "off")}>
          {t("use")}
        </Checkbox>
        <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
          <Keys title={t("pages")}>
            {pages.map(({ href, icon, label }) => {
              const letter = pageLetters[icon];
              return letter && <Line key={href} keys={["G", letter.toUpperCase()]} text={label} />;
            })}
          </Keys>
          <div className="flex flex-col gap-5">
            <Keys title={t("list")}>
              <Line keys={["J", "↓"]} text={t("down")} />
              <Line keys={["K", "↑"]} text={t("up")} />
              <Line keys={[t("home"), t("end")]} text={t("ends")} />
              <Line keys={[t("enter")]} text={t("open")} />
              <Line keys={[t("space")]} text={t("select")} />
              <Line keys={["/"]} text={t("searchList")} />
            </Keys>
            <Keys title={t("call")}>
              <Line keys={["J", "K"]} text={t("walk")} />
              <Line keys={[t("space")]} text={t("play")} />
              <Line keys={["←", "→"]} text={t("step")} />
            </Keys>
            <Keys title={t("calendar")}>
              <Line keys={[t("arrows")]} text={t("slips")} />
              <Line keys={[t("home"), t("end")]} text={t("slipEnds")} />
              <Line keys={["M"]} text={t("move")} />
            </Keys>
            <Keys title={t("everywhere")}>
              {actions[0] && <Line keys={["C"]} text={t("create")} />}
              <Line keys={[commandKey, "K"]} text={t("search")} />
              <Line keys={["?"]} text={t("title")} />
            </Keys>
          </div>
        </div>
      </DialogContent>
    </Dialog>
  );
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="pb-1 font-medium text-muted-foreground text-table">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Line({ keys, text }: { keys: string[]; text: string }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4">
      <dt className="order-2 flex gap-1">
        {keys.map((key) => (
          <kbd
            key={key}
            className="min-w-6 rounded-control border bg-muted px-1.5 py-0.5 text-center font-sans text-xs"
          >
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
