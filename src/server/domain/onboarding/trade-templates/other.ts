import { open, service, type TradeTemplate } from "./template";

export const other: TradeTemplate = {
  services: [
    service("Termin", 30, 0, { synonyms: ["Besuch", "Besprechung"] }),
    service("Beratung", 60, 0, { synonyms: ["Beratungstermin"], bufferAfterMinutes: 10 }),
  ],
  hours: open([1, 2, 3, 4, 5], "09:00-12:30", "13:30-17:00"),
};
