import { useTranslations } from "next-intl";
import type { Meaning } from "@/lib/german-time";

/** Kind and content, in wall time; of several readings one line each. */
export function MeaningLine({ meaning }: { meaning: Meaning }) {
  const t = useTranslations("platform.germanTime");
  const readings = meaning.kind === "ambiguous" ? meaning.candidates : [meaning];
  return (
    <div className="flex flex-col gap-1.5 pt-3">
      <p className="font-semibold">{t(`kinds.${meaning.kind}`)}</p>
      <ul className="flex flex-col gap-1 tabular-nums">
        {readings.map((reading) => (
          <li key={JSON.stringify(reading)}>
            {reading.kind === "invalid" ? t(`rejected.${reading.reason}`) : contentOf(reading, t("open"))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function contentOf(reading: Exclude<Meaning, { kind: "ambiguous" | "invalid" }>, open: string): string {
  const { kind: _, ...fields } = reading;
  const { start, end, date, dates, time, from, to } = fields as Partial<Record<string, string>> & {
    dates?: string[];
    end?: string | null;
  };
  const days = dates?.join(", ") ?? date ?? start?.replace("T", " ");
  const until = end === null ? `… ${open}` : end && `… ${end.replace("T", " ")}`;
  return [days, until, time, from && `${from}–${to}`].filter(Boolean).join(" ");
}
