"use client";

import { CalendarPlus, type LucideIcon, PhoneForwarded, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";

interface Action {
  id: "newAppointment" | "newCustomer" | "newCallback";
  label: string;
  icon: LucideIcon;
  href: string;
  /** The page on which C means this; on all others it means the first. */
  page: string;
}

/** What a person may begin from anywhere: by the search, and by C. */
export function useActions(): Action[] {
  const t = useTranslations("shell.actions");
  const { slug, can } = useBusiness();
  const action = (id: Action["id"], icon: LucideIcon, page: string): Action => ({
    id,
    label: t(id),
    icon,
    href: `/${slug}/${page}?new=true`,
    page: `/${slug}/${page}`,
  });
  return [
    can("appointments:write") && action("newAppointment", CalendarPlus, "appointments"),
    can("customers:write") && action("newCustomer", UserPlus, "customers"),
    can("callbacks:write") && action("newCallback", PhoneForwarded, "callbacks"),
  ].filter((one) => one !== false);
}
