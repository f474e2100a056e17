import { open, service, type TradeTemplate } from "./template";

/** Most is paid by the insurance: a price of 0 is not spoken. */
export const medical: TradeTemplate = {
  services: [
    service("Sprechstunde", 15, 0, {
      synonyms: ["Arzttermin", "Untersuchung", "Termin beim Arzt"],
      bufferAfterMinutes: 5,
    }),
    service("Erstvorstellung", 30, 0, {
      synonyms: ["Neupatient", "Ersttermin"],
      description: "Für neue Patientinnen und Patienten.",
    }),
    service("Gesundheits-Check-up", 30, 0, { synonyms: ["Check-up", "Vorsorge", "Check 35"] }),
    service("Impfung", 15, 0, { synonyms: ["Impftermin", "Impfberatung"] }),
    service("Blutabnahme", 10, 0, { synonyms: ["Labor", "Blut abnehmen"], bufferAfterMinutes: 5 }),
    service("Befundbesprechung", 15, 0, { synonyms: ["Besprechung", "Ergebnisse"] }),
  ],
  hours: [
    ...open([1, 2, 4], "08:00-12:00", "15:00-18:00"),
    ...open([3], "08:00-12:00"),
    ...open([5], "08:00-13:00"),
  ],
};
