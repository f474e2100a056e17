import { useFormatter } from "next-intl";

/** "17.03.1980" in German, as people say it to tell one Anna Maier from the other. `value` is YYYY-MM-DD. */
export function Birthdate({ value }: { value: string | null }) {
  const format = useFormatter();
  if (!value) return null;
  return (
    <time dateTime={value} className="tabular-nums">
      {format.dateTime(new Date(value), {
        day: "2-digit",
        month: "2-digit",
        year: "numeric",
        timeZone: "UTC",
      })}
    </time>
  );
}
