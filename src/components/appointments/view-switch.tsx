"use client";

import { useTranslations } from "next-intl";
import { cn } from "../class-names";
import { NativeSelect } from "../ui/native-select";
import { type View, views } from "./address";
import { useAddress } from "./use-address";

export function ViewSwitch() {
  const t = useTranslations("appointments.views");
  const [address, setAddress] = useAddress();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={t("label")} className="flex rounded-control bg-hover p-0.5 max-md:hidden">
      {views.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={address.view === view}
          onClick={() => setAddress({ view, cursor: null })}
          className={cn(
            "h-8 rounded-[6px] px-3 text-muted-foreground transition-colors duration-150 hover:text-foreground",
            address.view === view && "bg-surface font-medium text-foreground",
          )}
        >
          {t(view)}
        </button>
      ))}
    </div>
  );
}

/** The same in little room. The phone has no week: that is its strip of days. */
export function ViewSelect() {
  const t = useTranslations("appointments.views");
  const [address, setAddress] = useAddress();
  return (
    <NativeSelect
      aria-label={t("label")}
      className="w-25 shrink-0 md:hidden"
      value={address.view === "week" ? "day" : address.view}
      onValueChange={(view) => setAddress({ view: view as View, cursor: null })}
    >
      {views
        .filter((view) => view !== "week")
        .map((view) => (
          <option key={view} value={view}>
            {t(view)}
          </option>
        ))}
    </NativeSelect>
  );
}
