import { open, service, type TradeTemplate } from "./template";

export const cosmetics: TradeTemplate = {
  services: [
    service("Gesichtsbehandlung", 60, 69, {
      synonyms: ["Gesichtspflege", "Kosmetikbehandlung", "Facial"],
      bufferAfterMinutes: 10,
    }),
    service("Ausreinigung", 60, 65, { synonyms: ["Gesichtsreinigung"], bufferAfterMinutes: 10 }),
    service("Maniküre", 45, 35, { synonyms: ["Nagelpflege"], bufferAfterMinutes: 5 }),
    service("Pediküre", 60, 42, { synonyms: ["Fußpflege"], bufferAfterMinutes: 10 }),
    service("Augenbrauen und Wimpern färben", 30, 28, { synonyms: ["Wimpern färben", "Brauen färben"] }),
    service("Haarentfernung", 30, 29, { synonyms: ["Waxing", "Wachsen"], bufferAfterMinutes: 5 }),
  ],
  hours: [...open([1, 2, 3, 4, 5], "09:00-18:00"), ...open([6], "09:00-14:00")],
};
