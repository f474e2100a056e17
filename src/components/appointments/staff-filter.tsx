"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "../class-names";
import { givenNamesOf } from "./initials";
import { StaffMark, useStaffLooks } from "./staff-mark";
import { useAddress } from "./use-address";

/** Legend and filter in one: whose colour is whose, and a click shows that person alone. */
export function StaffFilter() {
  const t = useTranslations("appointments.filters");
  const looks = useStaffLooks();
  const [{ staff: chosen }, setAddress] = useAddress();
  if (looks.size < 2) return null;
  const show = (staff: number | null) => setAddress({ staff, cursor: null });
  const given = givenNamesOf([...looks.values()].map(({ name }) => name));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={t("staff")} className="flex gap-1 max-md:-ml-2 md:flex-wrap">
      <Choice active={chosen === null} onClick={() => show(null)}>
        {t("allStaff")}
      </Choice>
      {[...looks].map(([id, look], index) => (
        <Choice
          key={id}
          active={chosen === id}
          isQuiet={chosen !== null}
          label={look.name}
          onClick={() => show(chosen === id ? null : id)}
        >
          <StaffMark look={look} />
          <span className="max-w-32 truncate md:hidden">{given[index]}</span>
          <span className="max-w-40 truncate max-md:hidden">{look.name}</span>
        </Choice>
      ))}
    </div>
  );
}

interface ChoiceProps {
  active: boolean;
  /** Somebody else is shown. */
  isQuiet?: boolean;
  label?: string;
  onClick: () => void;
  children: ReactNode;
}

function Choice({ active, isQuiet, label, onClick, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={active}
      aria-label={label}
      onClick={onClick}
      className={cn(
        "inline-flex h-11 shrink-0 items-center gap-1.5 rounded-control px-2 transition-colors duration-150 hover:bg-hover md:h-8",
        active && "bg-primary-soft font-medium text-primary-text",
        isQuiet && !active && "text-muted-foreground",
      )}
    >
      {children}
    </button>
  );
}
