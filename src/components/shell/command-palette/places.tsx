"use client";

import { useTranslations } from "next-intl";
import type { NavigationItem } from "../navigation";
import { useActions } from "../use-actions";
import { Entry, Group, type GroupProps } from "./entry";
import { findPlaces } from "./search-words";
import { usePlaces } from "./use-places";

export function Pages({ text, pages, onGo }: GroupProps & { pages: NavigationItem[] }) {
  const t = useTranslations("shell.palette");
  const places = usePlaces(pages);
  const isTyped = text.trim() !== "";
  const shown = isTyped ? findPlaces(places, text) : places.filter(({ inside }) => !inside);
  if (shown.length === 0) return null;
  return (
    <Group heading={t("pages")}>
      {shown.map(({ href, label, icon }) => (
        <Entry key={href} value={href} icon={icon} onSelect={() => onGo(href)}>
          {label}
        </Entry>
      ))}
    </Group>
  );
}

export function Actions({ text, onGo }: GroupProps) {
  const t = useTranslations("shell.palette");
  const shown = findPlaces(
    useActions().map((action) => ({ ...action, place: action.id })),
    text,
  );
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
