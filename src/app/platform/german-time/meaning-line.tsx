import { useFormatter, useTranslations } from "next-intl";
import type { Meaning } from "@/lib/german-time";

/** Kind and content, in wall time; of several readings one line each. */
export function MeaningLine({ meaning }: { meaning: Meaning }) {
  const t = useTranslations("platform.germanTime");
  const format = useFormatter();
  const say = (iso: string) => {
    const [day = "", time] = iso.split("T");
    const style = {
      weekday: "short",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    } as const;
    return [format.dateTime(new Date(day), style), time].filter(Boolean).join(", ");
  };
  const readings = meaning.kind === "ambiguous" ? meaning.candidates : [meaning];
  return (
    <div className="flex flex-col gap-1.5 pt-3">
      <p className="font-semibold">{t(`kinds.${meaning.kind}`)}</p>
      <ul className="flex flex-col gap-1 tabular-nums">
        {readings.map((reading) => (
          <li key={JSON.stringify(reading)}>
            {reading.kind === "invalid"
              ? t(`rejected.${reading.reason}`)
              : contentOf(reading, t("open"), say)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `say` tells a day, or a time of a day, from its ISO form. */
function contentOf(
  reading: Exclude<Meaning, { kind: "ambiguous" | "invalid" }>,
  open: string,
  say: (iso: string) => string,
): string {
  const { kind: _, ...fields } = reading;
  const { start, end, date, dates, time, from, to } = fields as Partial<Record<string, string>> & {
    dates?: string[];
    end?: string | null;
  };
  const days = dates?.map(say).join(" · ") ?? (date && say(date)) ?? (start && say(start));
  const until = end === null ? `– ${open}` : end && `– ${say(end)}`;
  return [days, until, time, from && `${from}–${to}`].filter(Boolean).join(" ");
}
