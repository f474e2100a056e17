import { open, service, type TradeTemplate } from "./template";

/** What is booked is the time at the lift or the counter, not how long the car stays. */
export const garage: TradeTemplate = {
  services: [
    service("Inspektion", 120, 249, { synonyms: ["Wartung", "Service", "Durchsicht"] }),
    service("Hauptuntersuchung", 30, 149, { synonyms: ["HU", "TÜV"] }),
    service("Reifenwechsel", 30, 35, { synonyms: ["Räderwechsel", "Winterreifen", "Sommerreifen"] }),
    service("Ölwechsel", 45, 99, { synonyms: ["Öl"] }),
    service("Fehlersuche", 60, 89, { synonyms: ["Diagnose", "Motorleuchte", "Geräusch"] }),
    service("Bremsen prüfen", 30, 29, { synonyms: ["Bremsencheck"] }),
  ],
  hours: open([1, 2, 3, 4, 5], "08:00-12:00", "13:00-17:00"),
};
