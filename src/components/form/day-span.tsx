import { isPlainDate } from "@/lib/plain-date";
import type { DayExpected } from "@/lib/written-day";
import { DayBeside, DayEntry } from "./day-entry";

interface DaySpanProps {
  /** YYYY-MM-DD; null is open. */
  from: string | null;
  to: string | null;
  labels: { from: string; to: string };
  /** Only what is a day, and none that lies beyond the other. */
  onChange: (patch: { from?: string | null; to?: string | null }) => void;
  expects?: DayExpected;
  /** Neither may be open. */
  closed?: boolean;
  /** Labels above, for where there is no row. */
  stacked?: boolean;
}

/** The first and the last day of what a list is narrowed to, each with its word. */
export function DaySpan({ from, to, labels, onChange, expects, closed, stacked }: DaySpanProps) {
  const Entry = stacked ? DayEntry : DayBeside;
  const shared = { expects, clearable: !closed };
  const take = (end: "from" | "to") => (day: string) => {
    const [first, last] = end === "from" ? [day, to] : [from, day];
    if (day === "" ? !closed : isPlainDate(day) && (!first || !last || first <= last))
      onChange({ [end]: day || null });
  };
  return (
    <>
      <Entry
        {...shared}
        label={labels.from}
        value={from ?? ""}
        max={to ?? undefined}
        onChange={take("from")}
      />
      <Entry {...shared} label={labels.to} value={to ?? ""} min={from ?? undefined} onChange={take("to")} />
    </>
  );
}
