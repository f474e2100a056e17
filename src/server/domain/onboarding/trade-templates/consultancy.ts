import { open, service, type TradeTemplate } from "./template";

/** Lawyers, tax advisers and other advisers: the first talk costs what the caller is told beforehand, or nothing. */
export const consultancy: TradeTemplate = {
  services: [
    service("Erstgespräch", 30, 0, {
      synonyms: ["Kennenlernen", "Erstberatung"],
      description: "Kurz und unverbindlich, auch am Telefon.",
    }),
    service("Beratung", 60, 180, {
      synonyms: ["Beratungstermin", "Besprechung", "Mandantengespräch"],
      bufferAfterMinutes: 15,
    }),
    service("Telefontermin", 20, 60, { synonyms: ["Telefonberatung", "Rücksprache"] }),
    service("Unterlagen besprechen", 45, 120, {
      synonyms: ["Steuererklärung", "Vertrag prüfen", "Unterlagen"],
      bufferAfterMinutes: 15,
    }),
  ],
  hours: [...open([1, 2, 3, 4], "09:00-12:30", "13:30-17:00"), ...open([5], "09:00-13:00")],
};
