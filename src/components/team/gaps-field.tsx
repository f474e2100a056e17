"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useController, useWatch } from "react-hook-form";
import { useProblem } from "../form/use-problem";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

interface Gap {
  startsMinute: number | string;
  endsMinute: number | string;
}
type Problems = Partial<Record<keyof Gap, { message?: string }>>;

/** Stretches in which it works by itself and the person is free. */
export function GapsField() {
  const t = useTranslations("team.service.gaps");
  const { field, fieldState } = useController({ name: "gaps" });
  const duration = Number(useWatch({ name: "durationMinutes" }));
  const gaps = field.value as Gap[];
  const problems = fieldState.error as unknown as Problems[] | undefined;
  const change = (index: number, patch: Partial<Gap>) =>
    field.onChange(gaps.map((gap, at) => (at === index ? { ...gap, ...patch } : gap)));
  /** In the middle of what is left after the last one. */
  const add = () => {
    const from = Math.max(0, ...gaps.map(({ endsMinute }) => Number(endsMinute) || 0));
    const third = Math.max(5, Math.round((duration - from) / 15) * 5);
    field.onChange([...gaps, { startsMinute: from + third, endsMinute: from + 2 * third }]);
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{t("title")}</legend>
      <p className="text-muted-foreground text-table">{t("hint")}</p>
      {gaps.map((gap, index) => (
        <GapRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no name but its place
          key={index}
          gap={gap}
          number={index + 1}
          problems={problems?.[index]}
          onChange={(patch) => change(index, patch)}
          onRemove={() => field.onChange(gaps.filter((_, at) => at !== index))}
        />
      ))}
      <Button variant="ghost" size="small" className="-ml-2.5 self-start" onClick={add}>
        <Plus />
        {t("add")}
      </Button>
    </fieldset>
  );
}

interface GapRowProps {
  gap: Gap;
  number: number;
  problems: Problems | undefined;
  onChange: (patch: Partial<Gap>) => void;
  onRemove: () => void;
}

function GapRow({ gap, number, problems, onChange, onRemove }: GapRowProps) {
  const t = useTranslations("team.service.gaps");
  const problem = useProblem();
  const noteId = useId();
  const note = problem((problems?.startsMinute ?? problems?.endsMinute)?.message);
  const minute = (name: keyof Gap, label: string) => (
    <Input
      type="number"
      inputMode="numeric"
      min={0}
      step={5}
      aria-label={label}
      aria-describedby={note ? noteId : undefined}
      aria-invalid={problems?.[name] ? true : undefined}
      value={gap[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
      className="w-20 tabular-nums"
    />
  );
  return (
    <div>
      <div className="flex items-center gap-2">
        {minute("startsMinute", t("from", { number }))}
        <span className="text-muted-foreground">{t("until")}</span>
        {minute("endsMinute", t("to", { number }))}
        <span className="text-muted-foreground">{t("unit")}</span>
        <Button
          variant="ghost"
          size="small"
          className="ml-auto w-11 px-0 md:w-8 md:px-0"
          aria-label={t("remove", { number })}
          onClick={onRemove}
        >
          <X />
        </Button>
      </div>
      {note && (
        <p id={noteId} className="pt-1 text-danger-text text-table">
          {note}
        </p>
      )}
    </div>
  );
}
