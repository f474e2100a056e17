import { writeDay } from "@/lib/written-day";

/** "17.03.1980", as people say it to tell one Anna Maier from the other. `value` is YYYY-MM-DD. */
export function Birthdate({ value }: { value: string | null }) {
  if (!value) return null;
  return (
    <time dateTime={value} className="tabular-nums">
      {writeDay(value)}
    </time>
  );
}
