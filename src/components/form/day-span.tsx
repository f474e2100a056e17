import { useId } from "react";
import { Input } from "../ui/input";

interface DaySpanProps {
  /** ISO days; null is open. */
  from: string | null;
  to: string | null;
  labels: { from: string; to: string };
  onChange: (patch: { from: string | null; to: string | null }) => void;
}

/** The first and the last day of what a list is narrowed to, each with its word. */
export function DaySpan({ from, to, labels, onChange }: DaySpanProps) {
  return (
    <>
      <Day label={labels.from} value={from} max={to} onChange={(day) => onChange({ from: day, to })} />
      <Day label={labels.to} value={to} min={from} onChange={(day) => onChange({ from, to: day })} />
    </>
  );
}

interface DayProps {
  label: string;
  value: string | null;
  min?: string | null;
  max?: string | null;
  onChange: (day: string | null) => void;
}

function Day({ label, value, min, max, onChange }: DayProps) {
  const id = useId();
  return (
    <span className="flex flex-col gap-1 md:flex-row md:items-center md:gap-2">
      <label htmlFor={id} className="text-muted-foreground text-table">
        {label}
      </label>
      <Input
        id={id}
        type="date"
        className="min-w-0 md:w-40"
        value={value ?? ""}
        min={min ?? undefined}
        max={max ?? undefined}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </span>
  );
}
