"use client";

import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { serializeAddress } from "../../appointments/address";
import { useBusiness } from "../../business-context";
import { type NavigationItem, navigationIcons } from "../navigation";
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
  const { slug, can } = useBusiness();
  if (!can("appointments:write") || !fits(t("newAppointment"), text)) return null;
  return (
    <Group heading={t("actions")}>
      <Entry
        value="new-appointment"
        icon={CalendarPlus}
        onSelect={() => onGo(serializeAddress(`/${slug}/appointments`, { new: true }))}
      >
        {t("newAppointment")}
      </Entry>
    </Group>
  );
}
