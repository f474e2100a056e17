"use client";

import {
  Blocks,
  Building,
  ClipboardList,
  DoorOpen,
  FileUp,
  KeyRound,
  type LucideIcon,
  ScrollText,
  Store,
  Tags,
  UserRound,
  UsersRound,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { Permission } from "@/contracts/permissions";
import { useBusiness } from "../../business-context";
import type { NavigationItem } from "../navigation";
import { type NavigationIcon, navigationIcons } from "../navigation-icons";
import type { SearchedPlace } from "./search-words";

export interface Place {
  href: string;
  label: string;
  icon: LucideIcon;
  place?: SearchedPlace;
  /** Found by what one types only: the others say all there is at first sight. */
  inside?: boolean;
}

const placeOfIcon: Partial<Record<NavigationIcon, SearchedPlace>> = {
  today: "today",
  calls: "calls",
  appointments: "appointments",
  callbacks: "callbacks",
  customers: "customers",
  team: "staff",
  assistant: "assistant",
  analytics: "analytics",
};

/** Every page one may open: those of the navigation, and those inside them. */
export function usePlaces(pages: readonly NavigationItem[]): Place[] {
  const settings = useTranslations("settings.nav");
  const team = useTranslations("team.parts");
  const customers = useTranslations("customers.import");
  const { slug, can } = useBusiness();
  const inside = (place: SearchedPlace, path: string, label: string, icon: LucideIcon, needs?: Permission) =>
    !needs || can(needs) ? [{ href: `/${slug}/${path}`, label, icon, place, inside: true }] : [];
  return [
    ...pages.map(({ href, label, icon }) => ({
      href,
      label,
      icon: navigationIcons[icon],
      place: placeOfIcon[icon],
    })),
    ...inside("branches", "team/branches", team("branches"), Store),
    ...inside("services", "team/services", team("services"), Tags),
    ...inside("rooms", "team/rooms", team("rooms"), DoorOpen),
    ...inside("importCustomers", "customers/import", customers("title"), FileUp, "customers:write"),
    ...inside("business", "settings/business", settings("business"), Building, "settings:write"),
    ...inside(
      "bookingRules",
      "settings/booking-rules",
      settings("bookingRules"),
      ClipboardList,
      "settings:write",
    ),
    ...inside("members", "settings/members", settings("members"), UsersRound, "members:write"),
    ...inside("integrations", "settings/integrations", settings("integrations"), Blocks, "settings:write"),
    ...inside("apiKeys", "settings/api-keys", settings("apiKeys"), KeyRound, "settings:write"),
    ...inside("auditTrail", "settings/audit-trail", settings("auditTrail"), ScrollText, "audit:read"),
    ...inside("profile", "settings/profile", settings("profile"), UserRound),
  ];
}
