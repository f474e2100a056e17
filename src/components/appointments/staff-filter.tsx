"use client";

import { useTranslations } from "next-intl";
import { cn } from "../class-names";
import { StaffMark, useStaffLooks } from "./staff-mark";
import { useAddress } from "./use-address";

/** Legend and filter in one: whose colour is whose, and a click shows that person alone. */
export function StaffFilter() {
  const t = useTranslations("appointments");
  const looks = useStaffLooks();
  const [address, setAddress] = useAddress();
  if (looks.size < 2) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={t("filters.staff")} className="flex gap-1 md:flex-wrap">
      {[...looks].map(([id, look]) => {
        const active = address.staff === id;
        return (
          <button
            key={id}
            type="button"
            aria-pressed={active}
            onClick={() => setAddress({ staff: active ? null : id, cursor: null })}
            className={cn(
              "inline-flex h-11 shrink-0 items-center gap-1.5 rounded-control px-2 transition-colors duration-150 hover:bg-hover md:h-8",
              active && "bg-primary-soft font-medium text-primary-text",
              address.staff !== null && !active && "text-muted-foreground",
            )}
          >
            <StaffMark look={look} />
            <span className="max-w-40 truncate">{look.name}</span>
          </button>
        );
      })}
    </div>
  );
}
