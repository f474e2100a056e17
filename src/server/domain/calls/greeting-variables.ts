import { Temporal } from "temporal-polyfill";
import { type SpeechLanguage, speechLanguage } from "@/lib/speech/language";
import { speakMoment, speakTime } from "@/lib/speech/moments";
import { defaultAssistant } from "../assistant/defaults";
import { spokenAssistant } from "../assistant/spoken-assistant";
import type { CalledNumber } from "../phone-numbers/resolve-called-number";
import type { GreetingFacts } from "./load-greeting-facts";
import { openingState } from "./opening-state";

/**
 * What the agent knows before it says its first word. Strings only, as Retell demands; dates with their weekday, so
 * that the model never has to calculate one. Nothing here tells who the caller is.
 */
export function greetingVariables(
  line: CalledNumber,
  facts: GreetingFacts,
  now: Date,
): Record<string, string> {
  const language = speechLanguage(line.language);
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(line.branchTimeZone);
  const today = local.toPlainDate();
  const nextDays = Array.from({ length: 7 }, (_, i) => spellDay(today.add({ days: i + 1 }), language));
  return {
    business_name: line.tenantName,
    branch_name: line.branchName,
    language: line.language,
    time_zone: line.branchTimeZone,
    current_date: today.toString(),
    current_day: spellDay(today, language),
    current_weekday: today.toLocaleString(language, { weekday: "long" }),
    current_time: local.toPlainTime().toString({ smallestUnit: "minute" }),
    next_days: nextDays.join("; "),
    opening_state: speakOpeningState(line, facts, now, language),
    caller_known: facts.callerKnown ? yes[language] : no[language],
    recording_consent: line.recordingConsent,
    ...spokenAssistant(facts.assistant ?? defaultAssistant(line.tenantKind, line.tenantName, language), {
      language,
      asksForRecording: line.recordingConsent === "ask",
      today: today.toString(),
      branchId: line.branchId,
      branches: facts.branches,
    }),
  };
}

const yes = { de: "ja", en: "yes" };
const no = { de: "nein", en: "no" };

/** "Montag, 23. November 2026 (2026-11-23)": to be said, and to be passed to a tool. */
const spellDay = (day: Temporal.PlainDate, language: SpeechLanguage) =>
  `${day.toLocaleString(language, { weekday: "long", day: "numeric", month: "long", year: "numeric" })} (${day})`;

function speakOpeningState(
  line: CalledNumber,
  facts: GreetingFacts,
  now: Date,
  language: SpeechLanguage,
): string {
  const state = openingState(facts.hours, now, line.branchTimeZone);
  if (state.open) {
    const until = Temporal.Instant.fromEpochMilliseconds(state.until.getTime())
      .toZonedDateTimeISO(line.branchTimeZone)
      .toPlainTime()
      .toString({ smallestUnit: "minute" });
    const time = speakTime(until, language);
    return language === "de" ? `geöffnet bis ${time}` : `open until ${time}`;
  }
  if (!state.next) return language === "de" ? "geschlossen" : "closed";
  const moment = speakMoment(state.next, { now, timeZone: line.branchTimeZone }, language);
  return language === "de" ? `geschlossen, öffnet wieder ${moment}` : `closed, opens again ${moment}`;
}
