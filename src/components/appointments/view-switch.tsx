"use client";

import { useTranslations } from "next-intl";
import { cn } from "../class-names";
import type { View } from "./address";
import { useAddress } from "./use-address";

/** The phone has no week: that is its strip of days. */
const choices = [
  { view: "week", label: "week", className: "max-md:hidden", active: (view: View) => view === "week" },
  { view: "day", label: "day", className: "max-md:hidden", active: (view: View) => view === "day" },
  {
    view: "day",
    label: "day",
    className: "md:hidden",
    active: (view: View) => view === "day" || view === "week",
  },
  { view: "month", label: "month", className: "", active: (view: View) => view === "month" },
  { view: "list", label: "list", className: "", active: (view: View) => view === "list" },
] as const;

export function ViewSwitch() {
  const t = useTranslations("appointments.views");
  const [address, setAddress] = useAddress();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={t("label")} className="flex rounded-control bg-hover p-0.5">
      {choices.map(({ view, label, className, active }) => (
        <button
          key={className + label}
          type="button"
          aria-pressed={active(address.view)}
          onClick={() => setAddress({ view, cursor: null })}
          className={cn(
            "h-10 rounded-[6px] px-2.5 md:px-3 text-muted-foreground transition-colors duration-150 hover:text-foreground md:h-8",
            active(address.view) && "bg-surface font-medium text-foreground",
            className,
          )}
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}
