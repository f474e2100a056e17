import { localDate } from "@/lib/calendar-time";
import { understandIn } from "@/lib/english-time";
import type { Clock, Input, InvalidReason, Reading } from "@/lib/german-time";
import { speechLanguage } from "@/lib/speech/language";
import type { SpeechClock } from "@/lib/speech/moments";
import type { SpokenReading } from "./sentences/spoken";
import { type Reply, refuse, type VoiceCall } from "./tool";
import { zonedIso } from "./zoned-iso";

export type MomentWish = Reading | { kind: "none" };

/**
 * When the caller wants to come, or the question to ask back. An hour of today that is over stays a wish (there is
 * something to offer instead); any other past date is more likely a model's invention than a caller's words.
 */
export async function readMoment(
  call: VoiceCall,
  input: Input,
  clock: Clock & SpeechClock = call.clock,
): Promise<{ wish: MomentWish } | { reply: Reply }> {
  const understand = await understandIn(speechLanguage(call.called.language));
  const understood = understand(input, clock);
  const { sentences } = call;
  switch (understood.kind) {
    case "ambiguous": {
      const candidates = understood.candidates.map((candidate) => spokenReading(candidate, clock));
      const data = { candidates: candidates.map((candidate) => written(candidate, clock)) };
      return { reply: refuse("time.ambiguous", sentences.whichMoment(candidates, clock), data) };
    }
    case "past": {
      const { reading } = understood;
      if (reading.kind === "instant" && isToday(reading.start, clock)) return { wish: reading };
      return { reply: refuse("time.past", sentences.past(spokenReading(reading, clock), clock)) };
    }
    case "invalid":
      return { reply: refuse(`time.${understood.reason}`, questionAbout(call, understood.reason)) };
    default:
      return { wish: understood };
  }
}

function questionAbout({ sentences }: VoiceCall, reason: InvalidReason): string {
  switch (reason) {
    case "no_such_date":
      return sentences.noSuchDate();
    case "no_such_time":
      return sentences.noSuchTime();
    case "unreadable_date":
      return sentences.unreadableDate();
    case "unreadable_time":
      return sentences.unreadableTime();
  }
}

function spokenReading(reading: Reading, clock: SpeechClock): SpokenReading {
  switch (reading.kind) {
    case "instant":
      return { kind: "moment", start: reading.start };
    case "day":
      return { kind: "day", date: reading.date };
    case "days":
      return { kind: "day", date: reading.dates[0] ?? "" };
    case "window":
      return { kind: "day", date: localDate(reading.start.getTime(), clock.timeZone) };
    case "time":
      return { kind: "time", time: reading.time };
    case "daypart":
      return { kind: "time", time: reading.from };
  }
}

const written = (reading: SpokenReading, clock: SpeechClock) =>
  reading.kind === "moment"
    ? zonedIso(reading.start, clock.timeZone)
    : reading.kind === "day"
      ? reading.date
      : reading.time;

const isToday = (start: Date, { now, timeZone }: SpeechClock) =>
  localDate(start.getTime(), timeZone) === localDate(now.getTime(), timeZone);
