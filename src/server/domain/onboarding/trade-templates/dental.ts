import { open, service, type TradeTemplate } from "./template";

export const dental: TradeTemplate = {
  services: [
    service("Kontrolluntersuchung", 20, 0, {
      synonyms: ["Kontrolle", "Vorsorge", "Nachsehen"],
      bufferAfterMinutes: 10,
    }),
    service("Professionelle Zahnreinigung", 60, 110, {
      synonyms: ["PZR", "Zahnreinigung"],
      bufferAfterMinutes: 10,
    }),
    service("Zahnschmerzen", 20, 0, { synonyms: ["Schmerztermin", "Notfall"], bufferAfterMinutes: 10 }),
    service("Füllung", 45, 0, { synonyms: ["Zahnfüllung", "Loch"], bufferAfterMinutes: 10 }),
    service("Beratung Zahnersatz", 30, 0, {
      synonyms: ["Zahnersatz", "Implantat", "Krone"],
    }),
    service("Kinderuntersuchung", 20, 0, { synonyms: ["Kinderprophylaxe"], bufferAfterMinutes: 10 }),
  ],
  hours: [
    ...open([1, 2, 4], "08:00-12:30", "14:00-18:00"),
    ...open([3], "08:00-13:00"),
    ...open([5], "08:00-14:00"),
  ],
};
