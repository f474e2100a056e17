import type { SpeechLanguage } from "./language";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

interface Unit {
  ms: number;
  de: { one: string; many: string; half: string };
  en: { one: string; many: string; half: string };
}

const hours: Unit = {
  ms: hourMs,
  de: { one: "eine Stunde", many: "Stunden", half: "anderthalb Stunden" },
  en: { one: "an hour", many: "hours", half: "an hour and a half" },
};
const days: Unit = {
  ms: dayMs,
  de: { one: "einen Tag", many: "Tage", half: "anderthalb Tage" },
  en: { one: "a day", many: "days", half: "a day and a half" },
};

/** From here on whole days say enough. */
const daysFrom = 2 * dayMs;
/** Around the middle of two small numbers people say the half. */
const halvesBelow = 5;
const words = {
  de: { short: "knapp", over: "gut", about: "etwa", minutes: "Minuten", moment: "weniger als eine Minute" },
  en: {
    short: "just under",
    over: "a little over",
    about: "about",
    minutes: "minutes",
    moment: "less than a minute",
  },
};
const halves = {
  de: ["", "", "zweieinhalb", "dreieinhalb", "viereinhalb"],
  en: ["", "", "two and a half", "three and a half", "four and a half"],
};

/**
 * A stretch of time as people size it up, never a decimal: "knapp 22 Stunden", "gut 3 Tage", "etwa anderthalb
 * Stunden", "etwa 20 Minuten". German in the accusative ("wir haben noch …"), as "eine" and "einen" show.
 */
export function speakTimeLeft(ms: number, language: SpeechLanguage): string {
  const say = words[language];
  if (ms < minuteMs) return say.moment;
  if (ms < 10 * minuteMs) return speakMinutes(Math.floor(ms / minuteMs), language);
  if (ms < 52.5 * minuteMs) return `${say.about} ${Math.round(ms / minuteMs / 5) * 5} ${say.minutes}`;
  return ms < daysFrom ? speakUnits(ms, hours, language) : speakUnits(ms, days, language);
}

function speakMinutes(minutes: number, language: SpeechLanguage): string {
  if (minutes === 1) return language === "de" ? "eine Minute" : "one minute";
  return `${minutes} ${words[language].minutes}`;
}

function speakUnits(ms: number, unit: Unit, language: SpeechLanguage): string {
  const say = words[language];
  const form = unit[language];
  const exact = ms / unit.ms;
  const whole = Math.floor(exact);
  const rest = exact - whole;
  if (whole >= 1 && whole < halvesBelow && rest >= 1 / 3 && rest <= 2 / 3)
    return `${say.about} ${whole === 1 ? form.half : `${halves[language][whole]} ${form.many}`}`;
  const nearest = Math.max(1, Math.round(exact));
  const count = nearest === 1 ? form.one : `${nearest} ${form.many}`;
  if (Math.abs(exact - nearest) < 1 / 60) return count;
  return `${exact < nearest ? say.short : say.over} ${count}`;
}

/** The notice of a rule: "eine Stunde", "24 Stunden", "3 Tage". */
export function speakNotice(noticeHours: number, language: SpeechLanguage): string {
  const inDays = noticeHours > 48 && noticeHours % 24 === 0;
  const form = (inDays ? days : hours)[language];
  const count = inDays ? noticeHours / 24 : noticeHours;
  return count === 1 ? form.one : `${count} ${form.many}`;
}
