import type { ConfirmedAction } from "@/contracts/offers";
import type { SpeechLanguage } from "@/lib/speech/language";
import { type SpeechClock, speakTime } from "@/lib/speech/moments";
import { speakHours, speakOpeningHours, type WeeklyHours } from "@/lib/speech/opening-hours";
import { speakDuration, speakMoney } from "@/lib/speech/quantities";
import {
  capital,
  type SpokenAppointment,
  type SpokenHours,
  type SpokenReading,
  type SpokenService,
  type SpokenSlot,
  speaker,
} from "./spoken";

const place = ({ staff, branch }: SpokenSlot) =>
  `${staff ? ` bei ${staff}` : ""}${branch ? ` in der Filiale ${branch}` : ""}`;
const { and, or, day, at, choice } = speaker("de", place);
const time = (hhmm: string) => speakTime(hhmm, "de");
const callback = "Soll Sie jemand zurückrufen?";

/** "Am Dienstag, dem 24. November, haben wir …": a date in apposition closes with a comma. */
const onDay = (date: string, clock: SpeechClock) => {
  const spoken = capital(day(date, clock));
  return spoken.includes(",") ? `${spoken},` : spoken;
};
const onMoment = (start: Date, clock: SpeechClock) => capital(at(start, clock));

const meant = (what: SpokenReading, clock: SpeechClock) =>
  what.kind === "moment"
    ? at(what.start, clock, "object")
    : what.kind === "day"
      ? day(what.date, clock, "object")
      : time(what.time);

const appointment = (a: SpokenAppointment) =>
  `${a.service} ${at(a.start, a.clock)}${place(a)}${a.pending ? ", noch nicht bestätigt" : ""}`;
const list = (appointments: SpokenAppointment[]) => appointments.map(appointment).join("; ");

const service = ({ name, durationMinutes, priceCents }: SpokenService) =>
  `${name}, ${speakDuration(durationMinutes, "de")}${priceCents > 0 ? ` für ${speakMoney(priceCents, "de")}` : ""}`;

/** What all have in common is said once. */
const course = (slots: SpokenSlot[]) => {
  const same = new Set(slots.map(place)).size === 1;
  const [first] = slots;
  const each = slots.map((slot) => `${at(slot.start, slot.clock, "name")}${same ? "" : place(slot)}`);
  return `${slots.length} Termine ${first?.service}${same && first ? place(first) : ""}: ${each.join("; ")}`;
};

const question = (slots: SpokenSlot[]) => (slots.length === 1 ? "Passt Ihnen das?" : "Was passt Ihnen?");

const refusals: Record<string, string> = {
  "recording.never_asked": "Von diesem Gespräch bleibt keine Aufnahme. Was kann ich für Sie tun?",
  "recording.not_asked": "Von diesem Gespräch bleibt keine Aufnahme. Was kann ich für Sie tun?",
  "appointment.not_found": "Diesen Termin finde ich zu Ihrer Rufnummer nicht. Um welchen Termin geht es?",
  "appointment.not_cancellable": `Dieser Termin lässt sich nicht mehr absagen. ${callback}`,
  "appointment.not_movable": `Dieser Termin lässt sich nicht mehr verschieben. ${callback}`,
  "appointment.changed_meanwhile":
    "Der Termin wurde gerade eben schon geändert. Soll ich noch einmal nachsehen?",
  "appointment.start_not_aligned":
    "Zu dieser genauen Minute vergeben wir keine Termine. Welche Uhrzeit passt Ihnen sonst?",
  "calendar.unavailable": `In den Kalender kann ich gerade leider nicht sehen. ${callback}`,
  "calcom.not_connected": `In den Kalender kann ich gerade leider nicht sehen. ${callback}`,
  "service.not_found": "Diese Leistung bieten wir nicht mehr an. Wofür möchten Sie einen Termin?",
  "series.conflict":
    "Einer der Termine ist gerade eben vergeben worden, deshalb ist keiner eingetragen. Soll ich noch einmal nachsehen?",
  "series.calendar_unsupported": `Mehrere Termine auf einmal kann ich hier leider nicht eintragen. ${callback}`,
  "offer.outdated": "An dieser Leistung hat sich gerade etwas geändert. Soll ich noch einmal nachsehen?",
  "offer.not_found":
    "Diesen Vorschlag habe ich nicht mehr vorliegen. Welchen Tag und welche Uhrzeit wünschen Sie?",
  "staff.not_found": "Diese Person arbeitet nicht mehr bei uns. Darf es jemand anderes sein?",
  "branch.not_found": "Diese Filiale gibt es nicht mehr. Welche Filiale passt Ihnen?",
  "appointment.not_changeable": `Dieser Termin lässt sich nicht mehr ändern. ${callback}`,
  "customer.phone_invalid":
    "Die Telefonnummer habe ich nicht richtig verstanden. Können Sie sie bitte noch einmal nennen?",
  "callback.phone_invalid":
    "Die Telefonnummer habe ich nicht richtig verstanden. Können Sie sie bitte noch einmal nennen?",
};

/** German as an experienced Sprechstundenhilfe speaks it. Every entry is one or more whole sentences. */
export const de = {
  language: "de" as SpeechLanguage,

  // Words for data and notes, not spoken as they stand
  moment: (start: Date, clock: SpeechClock) => at(start, clock),
  wantsToCancel: () => "Möchte einen Termin absagen (Rufnummer unterdrückt)",
  wantsToMove: () => "Möchte einen Termin verschieben (Rufnummer unterdrückt)",
  anAppointment: () => "Termin",

  otherPhone: (phone: string) => `Im Gespräch genannte Telefonnummer: ${phone}`,
  unreadableEmail: (said: string) => `Im Gespräch genannte E-Mail-Adresse: ${said}`,

  // Whatever the tool
  unknownTool: () => `Das kann ich am Telefon leider nicht erledigen. ${callback}`,
  suspended: () =>
    "Ich kann hier im Moment keine Termine nachsehen oder vereinbaren. Bitte wenden Sie sich auf anderem Weg an uns.",
  unknownNumber: () =>
    "Diese Rufnummer ist bei mir noch nicht eingerichtet. Bitte versuchen Sie es später noch einmal.",
  unreadable: () => "Das habe ich nicht richtig verstanden. Können Sie es bitte noch einmal sagen?",
  technical: () => `Das hat gerade nicht geklappt, es tut mir leid. ${callback}`,
  stillReading: () => "Das Nachsehen dauert gerade etwas länger. Ich versuche es gleich noch einmal.",
  stillWriting: () =>
    "Das dauert gerade länger als sonst. Ob es geklappt hat, weiß ich noch nicht, ich sehe gleich noch einmal nach.",
  refusal: (code: string) => refusals[code] ?? `Das geht leider nicht. ${callback}`,

  // get_context
  context: (now: { business: string; weekdayAndDate: string; time: string; opening: string }) =>
    `Heute ist ${now.weekdayAndDate}, es ist ${time(now.time)}. ${now.business} ist ${now.opening}.`,

  // list_services, get_business_info
  services: (services: SpokenService[], more: boolean) =>
    `Das sind unsere Leistungen: ${services.map(service).join("; ")}${more ? "; und noch einiges mehr" : ""}. Wofür möchten Sie einen Termin?`,
  noServices: () => `Dazu liegt mir gerade nichts vor. ${callback}`,
  service: (spoken: SpokenService) => `${service(spoken)}.`,
  address: (branch: string, address: string) => `${branch} finden Sie hier: ${address}.`,
  noAddress: () => `Die Anschrift liegt mir leider nicht vor. ${callback}`,
  openingHours: (branch: string, hours: WeeklyHours[]) =>
    hours.length > 0
      ? `${branch} ist ${speakOpeningHours(hours, "de")} geöffnet.`
      : `Feste Öffnungszeiten liegen mir für ${branch} nicht vor.`,
  openOn: (date: string, hours: SpokenHours[], clock: SpeechClock) =>
    hours.length > 0
      ? `${onDay(date, clock)} haben wir ${speakHours(hours, "de")} geöffnet.`
      : `${onDay(date, clock)} haben wir geschlossen.`,

  // Which service, person, branch?
  askService: (names: string[], more: boolean) =>
    `Wofür möchten Sie einen Termin? Wir bieten ${and(names)} an${more ? ", und noch einiges mehr" : ""}.`,
  whichOne: (names: string[]) => `Meinen Sie ${or(names)}?`,
  unknownService: (said: string, names: string[]) =>
    `${said} finde ich bei unseren Leistungen nicht. ${names.length > 0 ? `Meinen Sie ${or(names)}?` : "Wie heißt die Leistung genau?"}`,
  unknownStaff: (said: string, names: string[]) =>
    `${said} finde ich in unserem Team nicht. ${names.length > 0 ? `Möchten Sie zu ${or(names)}?` : "Darf es jemand anderes sein?"}`,
  unknownBranch: (said: string, names: string[]) =>
    `Eine Filiale ${said} haben wir nicht. ${names.length > 0 ? `Meinen Sie ${or(names)}?` : "Wo möchten Sie hinkommen?"}`,
  staffNotQualified: (staff: string, service: string) => `${staff} bietet ${service} leider nicht an.`,

  // Which day, which time?
  past: (what: SpokenReading, clock: SpeechClock) =>
    what.kind === "moment"
      ? `${capital(at(what.start, clock, "name"))} ist schon vorbei. Welchen Tag und welche Uhrzeit meinen Sie?`
      : `${capital(what.kind === "day" ? day(what.date, clock, "name") : time(what.time))} ist schon vorbei. Welchen Tag meinen Sie?`,
  whichMoment: (what: SpokenReading[], clock: SpeechClock) =>
    `Meinen Sie ${what.map((reading) => meant(reading, clock)).join(", oder ")}?`,
  noSuchDate: () => "Diesen Tag gibt es im Kalender nicht. Welchen Tag meinen Sie?",
  noSuchTime: () => "Diese Uhrzeit gibt es nicht. Um wie viel Uhr möchten Sie kommen?",
  unreadableDate: () => "Den Tag habe ich nicht verstanden. Welchen Tag meinen Sie?",
  unreadableTime: () => "Die Uhrzeit habe ich nicht verstanden. Um wie viel Uhr möchten Sie kommen?",
  askMoment: () => "An welchem Tag und um wie viel Uhr möchten Sie kommen?",
  askDay: (hhmm: string) => `An welchem Tag möchten Sie um ${time(hhmm)} kommen?`,
  askTime: (date: string, clock: SpeechClock) =>
    `${onDay(date, clock)} gern. Um wie viel Uhr möchten Sie kommen?`,

  // check_availability
  free: (slot: SpokenSlot) =>
    `Ja, ${at(slot.start, slot.clock)} ist ein Termin für ${slot.service}${place(slot)} frei. Soll ich ihn eintragen?`,
  choice: (slots: SpokenSlot[]) =>
    `Für ${slots[0]?.service ?? "Sie"} habe ich ${choice(slots)} etwas frei. ${question(slots)}`,
  instead: (slots: SpokenSlot[]) =>
    slots.length > 0
      ? `Frei wäre es ${choice(slots)}. ${question(slots)}`
      : `In den nächsten Wochen ist leider nichts frei. ${callback}`,
  over: (start: Date, clock: SpeechClock) => `${capital(at(start, clock, "name"))} ist schon vorbei.`,
  notOffered: (service: string) => `${service} bietet gerade niemand an.`,
  taken: (start: Date, clock: SpeechClock) => `${onMoment(start, clock)} ist leider schon vergeben.`,
  fullDay: (date: string, clock: SpeechClock, staff?: string) =>
    `${onDay(date, clock)} ist${staff ? ` bei ${staff}` : ""} leider nichts mehr frei.`,
  fullWindow: (date: string, clock: SpeechClock, staff?: string) =>
    `${onDay(date, clock)} ist${staff ? ` bei ${staff}` : ""} zu dieser Tageszeit leider nichts frei.`,
  closedDay: (date: string, clock: SpeechClock) => `${onDay(date, clock)} haben wir geschlossen.`,
  closedAt: (start: Date, clock: SpeechClock) => `${onMoment(start, clock)} haben wir nicht geöffnet.`,
  holiday: (date: string, holiday: string, clock: SpeechClock) =>
    holiday === ""
      ? `${onDay(date, clock)} haben wir wegen des Feiertags geschlossen.`
      : `${onDay(date, clock)} ist Feiertag, ${holiday}, da haben wir geschlossen.`,
  staffOff: (start: Date, clock: SpeechClock, staff?: string) =>
    `${onMoment(start, clock)} ist ${staff ? `${staff} leider nicht` : "dafür leider niemand"} im Haus.`,
  tooSoon: () => "So kurzfristig geht es leider nicht.",
  tooFar: () => "So weit im Voraus vergeben wir noch keine Termine.",

  // Before anything is written: what the caller has to say yes to
  readBack: (slot: SpokenSlot, action: ConfirmedAction, from?: Date) =>
    `${capital(at(slot.start, slot.clock, "name"))}, ${slot.service}${place(slot)}. ${
      action === "book"
        ? "Soll ich das so eintragen?"
        : action === "cancel"
          ? "Soll ich diesen Termin absagen?"
          : from
            ? `Soll ich Ihren Termin ${at(from, slot.clock)} dorthin verschieben?`
            : "Soll ich den Termin dorthin verschieben?"
    }`,

  // book_series
  readBackSeries: (slots: SpokenSlot[]) => `${course(slots)}. Soll ich alle so eintragen?`,
  bookedSeries: (slots: SpokenSlot[]) => `Alle Termine sind gebucht: ${course(slots)}.`,
  askTimes: () => "Wie viele Termine sollen es sein?",
  seriesOtherTime: () => "Alle zusammen gehen so nicht. Welcher Tag und welche Uhrzeit passen Ihnen sonst?",

  // book_appointment
  askName: () => "Auf welchen Namen darf ich den Termin eintragen?",
  askOwnName: () => "Gern. Und wie heißen Sie selbst, mit Vor- und Nachnamen?",
  offerUnknown: () =>
    "Diesen Vorschlag habe ich nicht mehr vorliegen. Welchen Tag und welche Uhrzeit wünschen Sie?",
  bookedBefore: (name: string, isPending: boolean) =>
    `Diese Zeit habe ich vorhin schon auf den Namen ${name} ${isPending ? "vorgemerkt" : "eingetragen"}. Möchten Sie noch eine weitere?`,
  booked: (a: SpokenAppointment) => `Ihr Termin ist gebucht: ${appointment(a)}.`,
  requested: (a: SpokenAppointment) =>
    `Ich habe den Termin vorgemerkt: ${appointment({ ...a, pending: false })}. Die Bestätigung folgt.`,

  // find, move, cancel
  hiddenCaller: () =>
    `Ihre Rufnummer wird nicht angezeigt, deshalb darf ich am Telefon nichts zu Ihren Terminen sagen. ${callback}`,
  hiddenCallerNoted: () =>
    "Ihre Rufnummer wird nicht angezeigt, deshalb darf ich am Telefon nichts ändern. Ich habe Ihren Wunsch für das Team notiert. Unter welcher Nummer dürfen wir Sie zurückrufen?",
  noAppointments: () => "Zu Ihrer Rufnummer finde ich keinen kommenden Termin.",
  appointments: (all: SpokenAppointment[]) =>
    all.length === 1
      ? `Sie haben einen Termin: ${list(all)}.`
      : `Sie haben ${all.length} Termine: ${list(all)}.`,
  whichAppointment: (all: SpokenAppointment[]) =>
    `Sie haben ${all.length} Termine: ${list(all)}. Um welchen geht es?`,
  askNewMoment: (a: SpokenAppointment) =>
    `Es geht um ${appointment(a)}. Auf welchen Tag und welche Uhrzeit soll ich verschieben?`,
  moved: (a: SpokenAppointment) =>
    `Ihr Termin für ${a.service} ist verschoben ${at(a.start, a.clock, "to")}${place(a)}.`,
  moveRequested: (a: SpokenAppointment) =>
    `Ich habe vorgemerkt, Ihren Termin ${at(a.start, a.clock, "to")} zu verschieben. Die Bestätigung folgt.`,
  cancelled: (a: SpokenAppointment) => `Ihr Termin ist abgesagt: ${appointment({ ...a, pending: false })}.`,

  // request_callback
  callbackNoted: (wish: boolean) =>
    `Ich habe notiert, dass Sie jemand zurückruft.${wish ? " Ihren Zeitwunsch gebe ich weiter." : ""}`,
  callbackNeedsPhone: () => "Ich habe den Rückruf notiert. Unter welcher Nummer dürfen wir Sie zurückrufen?",

  // note_recording_consent
  recordingAgreed: () => "Danke, das Gespräch wird aufgezeichnet. Was kann ich für Sie tun?",
  recordingDeclined: () => "In Ordnung, es bleibt keine Aufnahme. Was kann ich für Sie tun?",
};

/** What every language has to say. */
export type Sentences = typeof de;
