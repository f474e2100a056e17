"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "../class-names";
import { ToggleGroup, ToggleGroupItem } from "../ui/toggle-group";
import { givenNamesOf } from "./initials";
import { StaffMark, useStaffLooks } from "./staff-mark";
import { useAddress } from "./use-address";

const all = "all";

/** Legend and filter in one: whose colour is whose, and a click shows that person alone. */
export function StaffFilter() {
  const t = useTranslations("appointments.filters");
  const looks = useStaffLooks();
  const [{ staff: chosen }, setAddress] = useAddress();
  if (looks.size < 2) return null;
  const show = (staff: number | null) => setAddress({ staff, cursor: null });
  const given = givenNamesOf([...looks.values()].map(({ name }) => name));
  return (
    <ToggleGroup
      aria-label={t("staff")}
      values={[all, ...[...looks.keys()].map(String)]}
      value={String(chosen ?? all)}
      className="flex gap-1 max-md:-ml-2 md:flex-wrap md:py-0.5"
    >
      <Choice value={all} onClick={() => show(null)}>
        {t("allStaff")}
      </Choice>
      {[...looks].map(([id, look], index) => (
        <Choice
          key={id}
          value={String(id)}
          isQuiet={chosen !== null}
          label={look.name}
          onClick={() => show(chosen === id ? null : id)}
        >
          <StaffMark look={look} />
          <span className="max-w-32 truncate md:hidden">{given[index]}</span>
          <span className="max-w-40 truncate max-md:hidden">{look.name}</span>
        </Choice>
      ))}
    </ToggleGroup>
  );
}

interface ChoiceProps {
  value: string;
  /** Somebody is shown alone; they stand out themselves. */
  isQuiet?: boolean;
  label?: string;
  onClick: () => void;
  children: ReactNode;
}

function Choice({ value, isQuiet, label, onClick, children }: ChoiceProps) {
  return (
    <ToggleGroupItem
      value={value}
      aria-label={label}
      onClick={onClick}
      className={cn(
        "inline-flex h-11 shrink-0 items-center gap-1.5 rounded-control px-2 transition-colors duration-150 hover:bg-hover data-[state=on]:bg-primary-soft data-[state=on]:font-medium data-[state=on]:text-primary-text md:h-8",
        isQuiet && "text-muted-foreground",
      )}
    >
      {children}
    </ToggleGroupItem>
  );
}
