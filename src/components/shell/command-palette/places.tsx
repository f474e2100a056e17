"use client";

import { useTranslations } from "next-intl";
import type { NavigationItem } from "../navigation";
import { navigationIcons } from "../navigation-icons";
import { useActions } from "../use-actions";
import { Entry, Group, type GroupProps } from "./entry";

const fits = (label: string, text: string) =>
  label.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());

export function Pages({ text, pages, onGo }: GroupProps & { pages: NavigationItem[] }) {
  const t = useTranslations("shell.palette");
  const shown = pages.filter(({ label }) => fits(label, text));
  if (shown.length === 0) return null;
  return (
    <Group heading={t("pages")}>
      {shown.map(({ href, label, icon }) => (
        <Entry key={href} value={href} icon={navigationIcons[icon]} onSelect={() => onGo(href)}>
          {label}
        </Entry>
      ))}
    </Group>
  );
}

export function Actions({ text, onGo }: GroupProps) {
  const t = useTranslations("shell.palette");
  const shown = useActions().filter(({ label }) => fits(label, text));
  if (shown.length === 0) return null;
  return (
    <Group heading={t("actions")}>
      {shown.map(({ id, label, icon, href }) => (
        <Entry key={id} value={id} icon={icon} onSelect={() => onGo(href)}>
          {label}
        </Entry>
      ))}
    </Group>
  );
}
