"use client";

import { CalendarOff, CalendarPlus, X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { useBusiness } from "../business-context";
import { FormSheet } from "../form/form-sheet";
import { Section } from "../section";
import { Button } from "../ui/button";
import { AffectedAppointments } from "./affected-appointments";

interface AbsencesProps {
  words: { title: string; new: string; hint?: string; add: string; none: string };
  /** It opens or is there, at other times than usual. */
  special?: boolean;
  /** As of `FormSheet`. */
  refresh?: () => Promise<unknown>;
  isEmpty: boolean;
  form: (close: () => void) => ReactNode;
  /** As `Absence`. */
  children: ReactNode;
}

/** When somebody is away or a branch is closed, or either has other hours, with the form to add to it. */
export function Absences({ words, special, refresh, isEmpty, form, children }: AbsencesProps) {
  const { can } = useBusiness();
  return (
    <Section
      title={words.title}
      aside={
        can("catalog:write") && (
          <FormSheet
            title={words.new}
            description={words.hint}
            refresh={refresh}
            trigger={
              <Button size="small" variant="ghost" className="-mr-2.5">
                {special ? <CalendarPlus /> : <CalendarOff />}
                {words.add}
              </Button>
            }
          >
            {form}
          </FormSheet>
        )
      }
    >
      {isEmpty && <p className="py-3 text-muted-foreground">{words.none}</p>}
      <ul>{children}</ul>
    </Section>
  );
}

interface AbsenceProps extends ComponentProps<typeof AffectedAppointments> {
  period: string;
  reason: ReactNode;
  /** Of the button. */
  removeLabel: string;
  isRemoving: boolean;
  onRemove: () => void;
}

/** One of them, and what still lies in it. */
export function Absence({ period, reason, removeLabel, isRemoving, onRemove, ...affected }: AbsenceProps) {
  const { can } = useBusiness();
  return (
    <li className="flex flex-col gap-2 border-t py-2 first:border-t-0">
      <div className="flex min-h-9 items-center justify-between gap-4">
        <span className="flex min-w-0 flex-wrap gap-x-3">
          <span className="font-medium tabular-nums">{period}</span>
          <span className="whitespace-pre-line break-words text-muted-foreground tabular-nums">{reason}</span>
        </span>
        {can("catalog:write") && (
          <Button
            variant="ghost"
            size="icon"
            aria-label={removeLabel}
            disabled={isRemoving}
            onClick={onRemove}
          >
            <X />
          </Button>
        )}
      </div>
      <AffectedAppointments {...affected} />
    </li>
  );
}
