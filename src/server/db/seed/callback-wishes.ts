import type { DemoBusiness } from "./businesses";

interface CallbackWish {
  /** In the caller's words. */
  said: string;
  /** As the assistant notes it. */
  reason: string;
}

const everywhere: CallbackWish[] = [
  { said: "Ich habe eine Frage zu meiner letzten Rechnung.", reason: "Frage zur letzten Rechnung" },
  {
    said: "Ich würde gern mit jemandem persönlich sprechen.",
    reason: "Möchte mit jemandem persönlich sprechen",
  },
];

/** What only a person can answer, by trade. */
export const callbackWishes: Record<DemoBusiness["kind"], CallbackWish[]> = {
  physiotherapy: [
    ...everywhere,
    {
      said: "Mein Rezept ist jetzt ausgestellt, ich möchte die Termine dazu besprechen.",
      reason: "Rezept ist ausgestellt, möchte die Termine besprechen",
    },
    { said: "Es geht um meine Mutter, sie bräuchte einen Termin.", reason: "Termin für eine Angehörige" },
  ],
  salon: [
    ...everywhere,
    { said: "Mit der Farbe vom letzten Mal bin ich nicht zufrieden.", reason: "Farbe gefällt nicht" },
    {
      said: "Ich heirate im Frühjahr und bräuchte eine Hochsteckfrisur, auch zur Probe.",
      reason: "Hochsteckfrisur zur Hochzeit, mit Probetermin",
    },
  ],
  consultancy: [
    ...everywhere,
    { said: "Ich brauche noch Unterlagen für das Finanzamt.", reason: "Unterlagen für das Finanzamt" },
    { said: "Ich möchte über unser Angebot vom letzten Gespräch reden.", reason: "Fragen zum Angebot" },
  ],
};
