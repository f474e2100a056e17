import { open, service, type TradeTemplate } from "./template";

export const physiotherapy: TradeTemplate = {
  services: [
    service("Krankengymnastik", 30, 34, {
      synonyms: ["KG", "Physiotherapie", "Physio"],
      description: "Auf Rezept oder als Selbstzahler.",
    }),
    service("Manuelle Therapie", 30, 39, { synonyms: ["MT"] }),
    service("Manuelle Lymphdrainage", 45, 48, {
      synonyms: ["MLD", "Lymphdrainage"],
      bufferAfterMinutes: 5,
    }),
    service("Massage", 30, 32, { synonyms: ["Klassische Massage", "Rückenmassage"] }),
    service("Erstbefund", 45, 55, {
      synonyms: ["Ersttermin", "Befundaufnahme"],
      description: "Für neue Patientinnen und Patienten.",
    }),
  ],
  hours: [...open([1, 2, 3, 4], "08:00-12:30", "13:30-18:00"), ...open([5], "08:00-14:00")],
};
