import { understandIn } from "../english-time";
import { type Clock, type Input, type Understanding, understand } from "../german-time";

/**
 * `understand` for a line in the language of the page. Who works in English types "Tue 2:30 pm" and, among German
 * colleagues, "Di 14:30" as well: where only the German reading names a day, it is meant.
 */
export async function understandLine(language: "de" | "en") {
  if (language === "de") return understand;
  const understandEnglish = await understandIn("en");
  return (input: Input, clock: Clock): Understanding => {
    const english = understandEnglish(input, clock);
    if (namesDay(english)) return english;
    const german = understand(input, clock);
    return namesDay(german) || english.kind === "none" ? german : english;
  };
}

const withDay = new Set(["instant", "day", "days", "window"]);

const namesDay = (time: Understanding): boolean =>
  time.kind === "ambiguous"
    ? time.candidates.some(({ kind }) => withDay.has(kind))
    : time.kind === "past" || withDay.has(time.kind);
