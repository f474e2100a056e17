/**
 * What people type who do not know how a page is called here, in both languages whatever the page speaks: "Urlaub" is
 * entered at a colleague, an invoice begins with the costs of the report. Never shown.
 */
export const searchWords = {
  today: "start übersicht überblick home dashboard overview heute",
  calls: "telefonate gespräche anrufe aufnahme aufzeichnung verpasst calls conversations recordings missed",
  appointments:
    "termine kalender buchen buchung frei freie zeit heute plan calendar appointments booking free slot",
  callbacks: "rückruf zurückrufen aufgaben worklist callbacks call back tasks",
  customers: "kunden patienten kundschaft kartei adressen geburtstag customers patients clients contacts",
  importCustomers: "kunden importieren einlesen übernehmen csv excel tabelle import customers upload",
  assistant:
    "telefonassistent ki bot stimme ansage begrüßung fragen antworten faq parken weiterleitung notfall assistant greeting voice answers forwarding emergency prompt",
  analytics:
    "auswertung statistik bericht zahlen umsatz kosten rechnung minuten verbrauch quote analytics statistics report figures revenue costs invoice billing usage",
  staff:
    "team mitarbeiter mitarbeiterin kollege kollegin personal urlaub krank krankheit abwesenheit fortbildung frei arbeitszeit arbeitszeiten dienstplan staff colleagues vacation holiday leave sick time off absence working hours rota",
  services:
    "leistungen angebot behandlung behandlungen preis preise preisliste dauer puffer services treatments prices duration",
  rooms: "räume raum gerät geräte kabine rooms devices equipment",
  branches:
    "filialen filiale standort adresse öffnungszeiten sprechzeiten geöffnet geschlossen feiertag feiertage schließtage betriebsferien branches location address opening hours closed closing days public holidays",
  business:
    "betrieb einstellungen name zeitzone aufnahme aufzeichnung einwilligung datenschutz settings business time zone recording consent privacy",
  bookingRules:
    "regeln absagen verschieben frist stornieren storno vorlauf rules cancel cancellation notice move deadline",
  members:
    "mitglieder benutzer zugang zugänge konto konten einladen einladung rechte rollen members users accounts invite access roles permissions",
  integrations: "integrationen cal.com calcom retell verbinden kalender verbinden integrations connect",
  apiKeys: "api schlüssel schnittstelle zugriff keys interface webhook",
  auditTrail:
    "protokoll verlauf änderungen geändert wer wann nachweis audit trail log activity history changes who",
  profile:
    "profil passwort kennwort zwei faktor 2fa code anmeldung sitzungen name sprache dunkel profile password two factor sessions language dark",
  newAppointment: "termin buchen vereinbaren eintragen anlegen book appointment new schedule",
  newCustomer: "kunde patient anlegen aufnehmen neu customer patient add new",
  newCallback: "rückruf notieren vormerken anlegen neu callback note new",
} as const;

export type SearchedPlace = keyof typeof searchWords;

interface Searched {
  /** As it stands there. */
  label: string;
  place?: SearchedPlace;
}

const fold = (text: string) =>
  text
    .toLocaleLowerCase("de")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ae|oe|ue/g, (pair) => pair.charAt(0));

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean);

/** A part of a sentence tells a page only if it is long enough to mean something. */
const tellingLength = 4;

/**
 * The entries in which every typed word begins one of their words; where there is none, those with the most telling
 * ones, so that "freier Termin Massage" still leads to the appointments.
 */
export function findPlaces<Entry extends Searched>(entries: readonly Entry[], text: string): Entry[] {
  const typed = wordsOf(text);
  if (typed.length === 0) return [...entries];
  const scored = entries.map((entry) => {
    const words = wordsOf(`${entry.label} ${entry.place ? searchWords[entry.place] : ""}`);
    const hits = typed.filter((one) => words.some((word) => word.startsWith(one)));
    return { entry, hits };
  });
  const exact = scored.filter(({ hits }) => hits.length === typed.length);
  if (exact.length > 0) return exact.map(({ entry }) => entry);
  const telling = scored.map(({ entry, hits }) => ({
    entry,
    count: hits.filter(({ length }) => length >= tellingLength).length,
  }));
  const most = Math.max(...telling.map(({ count }) => count), 1);
  return telling.filter(({ count }) => count === most).map(({ entry }) => entry);
}
