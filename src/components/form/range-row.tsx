"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { readClock } from "@/lib/read-clock";
import { cn } from "../class-names";
import { Button } from "../ui/button";
import { NativeSelect } from "../ui/native-select";
import { TimeInput } from "./time-input";
import { useProblem } from "./use-problem";

export interface EditedRange {
  from: string;
  to: string;
  branchId?: number;
}

interface Complaint {
  message?: string;
}
export interface RangeProblems {
  from?: Complaint;
  to?: Complaint;
  branchId?: Complaint;
}

interface RangeRowProps {
  range: EditedRange;
  /** Whose range it is: a weekday or a date, read aloud before each field. */
  label: string;
  problems: RangeProblems | undefined;
  /** What is no mistake, but good to know. */
  hint?: string;
  branches?: readonly { id: number; name: string }[];
  onChange: (patch: Partial<EditedRange>) => void;
  onRemove: () => void;
}

/** From, to, and where if that is a question; what is wrong stands below. */
export function RangeRow({ range, label, problems, hint, branches = [], onChange, onRemove }: RangeRowProps) {
  const t = useTranslations("form.hours");
  const problem = useProblem();
  const noteId = useId();
  const unread = { from: isUnreadable(range.from), to: isUnreadable(range.to) };
  const wrong =
    unread.from || unread.to ? "time" : (problems?.from ?? problems?.to ?? problems?.branchId)?.message;
  const note = problem(wrong) ?? hint;
  const described = note ? noteId : undefined;
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <TimeInput
          aria-label={t("from", { label })}
          aria-describedby={described}
          aria-invalid={problems?.from || unread.from ? true : undefined}
          autoFocus={range.from === ""}
          value={range.from}
          onChange={(from) => onChange({ from })}
        />
        <span aria-hidden="true" className="text-muted-foreground">
          –
        </span>
        <TimeInput
          aria-label={t("to", { label })}
          aria-describedby={described}
          aria-invalid={problems?.to || unread.to ? true : undefined}
          value={range.to}
          onChange={(to) => onChange({ to })}
        />
        {branches.length > 1 && (
          <NativeSelect
            aria-label={t("where", { label })}
            aria-invalid={problems?.branchId ? true : undefined}
            className="w-36 min-w-0 flex-1"
            placeholder={t("chooseBranch")}
            value={range.branchId === undefined ? "" : String(range.branchId)}
            onValueChange={(value) => onChange({ branchId: Number(value) })}
          >
            {branches.map(({ id, name }) => (
              <option key={id} value={String(id)}>
                {name}
              </option>
            ))}
          </NativeSelect>
        )}
        <Button
          variant="ghost"
          size="small"
          className="ml-auto w-11 px-0 md:w-8 md:px-0"
          aria-label={t("remove", { label, from: range.from, to: range.to })}
          onClick={onRemove}
        >
          <X />
        </Button>
      </div>
      {note && (
        <p
          id={noteId}
          className={cn("pt-1 text-table", wrong === undefined ? "text-warning-text" : "text-danger-text")}
        >
          {note}
        </p>
      )}
    </div>
  );
}

/** Typed, and no time of day: said as soon as one moves on. */
export const isUnreadable = (time: string) => time !== "" && readClock(time) === undefined;
