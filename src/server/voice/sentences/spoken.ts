import type { SpeechLanguage } from "@/lib/speech/language";
import { speakList } from "@/lib/speech/lists";
import { type DayForm, type SpeechClock, speakChoice, speakDay, speakMoment } from "@/lib/speech/moments";

/** A time that can be had, with what has to be said about it. Person and branch only where they matter. */
export interface SpokenSlot {
  service: string;
  start: Date;
  clock: SpeechClock;
  staff?: string | undefined;
  branch?: string | undefined;
}

export interface SpokenAppointment extends SpokenSlot {
  /** Waits for the outside calendar: never called booked. */
  pending?: boolean;
}

export interface SpokenService {
  name: string;
  durationMinutes: number;
  priceCents: number;
}

export interface SpokenHours {
  startsMinute: number;
  endsMinute: number;
}

/** A day or time that the caller may have meant. */
export type SpokenReading =
  | { kind: "moment"; start: Date }
  | { kind: "day"; date: string }
  | { kind: "time"; time: string };

/** The first letter of a sentence. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The same day and list words for both languages, so that a book of sentences only holds sentences. */
export function speaker(language: SpeechLanguage, place: (slot: SpokenSlot) => string) {
  return {
    and: (items: string[]) => speakList(items, language),
    or: (items: string[]) => speakList(items, language, "or"),
    day: (date: string, clock: SpeechClock, form?: DayForm) => speakDay(date, clock, language, form),
    at: (start: Date, clock: SpeechClock, form?: DayForm) => speakMoment(start, clock, language, form),
    /** "am Dienstag … um 9 Uhr oder um 10 Uhr bei Anna"; each with its own person or branch where these differ. */
    choice(slots: SpokenSlot[]): string {
      const [first] = slots;
      if (!first) return "";
      const places = new Set(slots.map(place));
      if (places.size === 1)
        return `${speakChoice(
          slots.map((slot) => slot.start),
          first.clock,
          language,
        )}${place(first)}`;
      const each = slots.map(
        (slot) => `${speakMoment(slot.start, slot.clock, language, "on", { brief: true })}${place(slot)}`,
      );
      return each.join(language === "de" ? ", oder " : ", or ");
    },
  };
}
