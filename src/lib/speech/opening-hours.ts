import type { SpeechLanguage } from "./language";
import { speakList } from "./lists";
import { speakTime } from "./moments";

/** Minutes since local midnight; weekday 1 = Monday … 7 = Sunday. */
export interface WeeklyHours {
  weekday: number;
  startsMinute: number;
  endsMinute: number;
}

const names = {
  de: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

const speakWeekday = (weekday: number, language: SpeechLanguage) => names[language][weekday - 1] ?? "";

/** The hours of one day: "von 8 Uhr bis 12 Uhr und von 14 Uhr bis 18 Uhr"; empty when closed. */
export function speakHours(hours: Omit<WeeklyHours, "weekday">[], language: SpeechLanguage): string {
  const [from, to] = language === "de" ? ["von", "bis"] : ["from", "to"];
  const ranges = hours
    .toSorted((a, b) => a.startsMinute - b.startsMinute)
    .map(
      (h) => `${from} ${minuteOfDay(h.startsMinute, language)} ${to} ${minuteOfDay(h.endsMinute, language)}`,
    );
  return speakList(ranges, language);
}

/** The week, equal days in a row taken together: "Montag bis Freitag von 8 Uhr bis 18 Uhr, Samstag …". */
export function speakOpeningHours(hours: WeeklyHours[], language: SpeechLanguage): string {
  const runs: { first: number; last: number; text: string }[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const text = speakHours(
      hours.filter((h) => h.weekday === weekday),
      language,
    );
    const previous = runs.at(-1);
    if (text === "") continue;
    if (previous && previous.last === weekday - 1 && previous.text === text) previous.last = weekday;
    else runs.push({ first: weekday, last: weekday, text });
  }
  return runs.map((run) => `${speakDays(run, language)} ${run.text}`).join(", ");
}

function speakDays({ first, last }: { first: number; last: number }, language: SpeechLanguage): string {
  const from = speakWeekday(first, language);
  if (first === last) return from;
  const to = speakWeekday(last, language);
  if (last === first + 1) return speakList([from, to], language);
  return language === "de" ? `${from} bis ${to}` : `${from} to ${to}`;
}

function minuteOfDay(minute: number, language: SpeechLanguage): string {
  if (minute === 1440) return language === "de" ? "24 Uhr" : "midnight";
  const pad = (n: number) => String(n).padStart(2, "0");
  return speakTime(`${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`, language);
}
