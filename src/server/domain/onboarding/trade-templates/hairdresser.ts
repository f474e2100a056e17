import { open, service, type TradeTemplate } from "./template";

export const hairdresser: TradeTemplate = {
  services: [
    service("Damenhaarschnitt", 60, 52, {
      synonyms: ["Damenschnitt", "Waschen, schneiden, föhnen"],
      description: "Waschen, schneiden, föhnen.",
    }),
    service("Herrenhaarschnitt", 30, 29, { synonyms: ["Herrenschnitt", "Männerhaarschnitt"] }),
    service("Kinderhaarschnitt", 30, 19, { synonyms: ["Kinderschnitt"], description: "Bis zwölf Jahre." }),
    service("Ansatzfarbe", 90, 64, {
      synonyms: ["Ansatz färben", "Farbe"],
      gaps: [{ startsMinute: 30, endsMinute: 60 }],
      bufferAfterMinutes: 10,
    }),
    service("Strähnen", 120, 98, { synonyms: ["Highlights", "Folien"], bufferAfterMinutes: 10 }),
    service("Dauerwelle", 135, 115, {
      synonyms: ["Umformung", "Locken"],
      gaps: [{ startsMinute: 45, endsMinute: 75 }],
    }),
    service("Waschen und föhnen", 30, 27, { synonyms: ["Föhnen", "Styling"] }),
  ],
  hours: [...open([2, 3, 4, 5], "09:00-18:00"), ...open([6], "09:00-14:00")],
};
