import type { AppointmentAction, ChangeRefusal } from "@/contracts/change-refusals";
import type { CallerProof } from "@/contracts/tenants";
import type { SpeechLanguage } from "@/lib/speech/language";
import { speakNotice, speakTimeLeft } from "@/lib/speech/time-left";

export type AskedProof = Exclude<CallerProof, "number">;

interface RuleSentences {
  /** Why a rule forbids it, what it costs where the business says so, and the way out. */
  refused: (action: AppointmentAction, refusal: ChangeRefusal & { feeText: string | null }) => string;
  askProof: Record<AskedProof, string>;
  /** The one answer for "not there" and "not proven". */
  notFoundNoted: (proof: AskedProof, mayTryAgain: boolean) => string;
  /** For the team, not spoken. */
  callbackNote: (action: AppointmentAction | undefined, proof: AskedProof) => string;
}

/** Whatever the business wrote closes like a sentence. */
const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);
const joined = (...sentences: (string | null)[]) =>
  sentences.flatMap((text) => (text ? [sentence(text)] : [])).join(" ");

const germanTimes = ["", "einmal", "zweimal", "dreimal", "viermal", "fünfmal"];
const germanCounts = ["", "einen Termin", "zwei Termine", "drei Termine", "vier Termine", "fünf Termine"];
const englishTimes = ["", "once", "twice"];

const de: RuleSentences = {
  refused(action, refusal) {
    const callback = "Soll Sie jemand zurückrufen?";
    return joined(germanReason(action, refusal), refusal.feeText, callback);
  },
  askProof: {
    name: "Auf welchen Namen ist der Termin eingetragen?",
    birthdate: "Nennen Sie mir bitte Ihr Geburtsdatum, damit ich den Termin finde.",
  },
  notFoundNoted: (proof, mayTryAgain) =>
    joined(
      "Mit diesen Angaben finde ich leider keinen Termin. Ich habe Ihren Wunsch notiert, das Team meldet sich bei Ihnen",
      mayTryAgain
        ? `Oder möchten Sie mir ${proof === "name" ? "den Namen" : "das Geburtsdatum"} noch einmal nennen?`
        : null,
    ),
  callbackNote: (action, proof) =>
    `${action ? `Möchte einen Termin ${action === "move" ? "verschieben" : "absagen"}` : "Fragt nach einem Termin"}; mit ${proof === "name" ? "dem genannten Namen" : "dem genannten Geburtsdatum"} war keiner zu finden`,
};

function germanReason(action: AppointmentAction, refusal: ChangeRefusal): string {
  const verb = action === "move" ? "Verschieben" : "Absagen";
  switch (refusal.reason) {
    case "too_late": {
      const rule =
        refusal.hoursBefore === 0
          ? `${verb} geht bis zum Beginn`
          : `${verb} geht am Telefon bis ${speakNotice(refusal.hoursBefore, "de")} vorher`;
      return refusal.leftMs < 0
        ? `${rule}, und dieser Termin hat schon begonnen`
        : `${rule}, und bis zu Ihrem Termin haben wir nur noch ${speakTimeLeft(refusal.leftMs, "de")}`;
    }
    case "too_many_moves":
      return refusal.limit === 0
        ? "Verschieben kann diesen Termin nur das Team"
        : `Dieser Termin wurde schon ${germanTimes[refusal.limit] ?? `${refusal.limit} Mal`} verschoben, öfter geht es am Telefon nicht`;
    case "too_many_cancellations":
      return refusal.limit === 0
        ? "Absagen kann diesen Termin nur das Team"
        : `In diesem Monat haben Sie schon ${germanCounts[refusal.limit] ?? `${refusal.limit} Termine`} abgesagt, mehr geht am Telefon nicht`;
  }
}

const en: RuleSentences = {
  refused: (action, refusal) =>
    joined(englishReason(action, refusal), refusal.feeText, "Would you like someone to call you back?"),
  askProof: {
    name: "Under which name is the appointment booked?",
    birthdate: "Please tell me your date of birth, so that I can find the appointment.",
  },
  notFoundNoted: (proof, mayTryAgain) =>
    joined(
      "I am afraid I cannot find an appointment with these details. I have noted your request, and the team will get back to you",
      mayTryAgain
        ? `Or would you like to tell me the ${proof === "name" ? "name" : "date of birth"} once more?`
        : null,
    ),
  callbackNote: (action, proof) =>
    `${action ? `Wants to ${action} an appointment` : "Asks about an appointment"}; none was found with the ${proof === "name" ? "name" : "date of birth"} given`,
};

function englishReason(action: AppointmentAction, refusal: ChangeRefusal): string {
  const verb = action === "move" ? "Moving an appointment" : "Cancelling an appointment";
  switch (refusal.reason) {
    case "too_late": {
      const rule =
        refusal.hoursBefore === 0
          ? `${verb} is possible until it starts`
          : `${verb} over the phone is possible up to ${speakNotice(refusal.hoursBefore, "en")} before`;
      return refusal.leftMs < 0
        ? `${rule}, and this one has already begun`
        : `${rule}, and we only have ${speakTimeLeft(refusal.leftMs, "en")} left`;
    }
    case "too_many_moves":
      return refusal.limit === 0
        ? "Only the team can move this appointment"
        : `This appointment has already been moved ${englishTimes[refusal.limit] ?? `${refusal.limit} times`}, and over the phone that is all I can do`;
    case "too_many_cancellations":
      return refusal.limit === 0
        ? "Only the team can cancel this appointment"
        : `You have already cancelled ${refusal.limit === 1 ? "an appointment" : `${refusal.limit} appointments`} this month, and over the phone that is all I can do`;
  }
}

export const ruleSentences: Record<SpeechLanguage, RuleSentences> = { de, en };
