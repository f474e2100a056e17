import type { AddressForm, AssistantContent, Fact, QuestionTopic } from "@/contracts/assistant";
import type { SpeechLanguage } from "@/lib/speech/language";

interface Situation {
  language: SpeechLanguage;
  asksForRecording: boolean;
  /** Calendar day at the branch, "YYYY-MM-DD". */
  today: string;
  /** The branch that was called. */
  branchId: number;
  /** All that are open for business. */
  branches: readonly { id: number; name: string }[];
}

/** The words of a version as the agent's instructions take them in: one text per placeholder, never undefined. */
export function spokenAssistant(content: AssistantContent, situation: Situation) {
  const { language } = situation;
  const words = vocabulary[language];
  const { forwardingNumber, emergencyNumber, addressForm } = content;
  return {
    greeting: spokenGreeting(content, situation),
    address_form: words.addressForm[addressForm],
    questions:
      [...content.questions.map((topic) => words.topics[topic]), ...content.ownQuestions].join("; ") ||
      words.none,
    facts:
      content.facts
        .filter((fact) => holds(fact, situation))
        .map((fact) => `${fact.question}${where(fact, situation)} – ${fact.answer}`)
        .join("\n") || words.none,
    can_forward: words.yesNo[forwardingNumber ? "yes" : "no"],
    forwarding_number: forwardingNumber ?? "",
    can_forward_emergencies: words.yesNo[emergencyNumber ? "yes" : "no"],
    emergency_number: emergencyNumber ?? "",
  };
}

/** The first words of every call. That a machine speaks is always among them; the question comes last. */
export function spokenGreeting(
  { greeting, disclosure, consent, addressForm }: AssistantContent,
  { language, asksForRecording }: Pick<Situation, "language" | "asksForRecording">,
): string {
  const question = asksForRecording ? consent : vocabulary[language].opening[addressForm];
  return [greeting, disclosure, question].map(asSentence).join(" ");
}

/** Still true today, and of a branch that is still open for business; a fact holds through its last day. */
const holds = ({ validUntil, branchId }: Fact, { today, branches }: Situation) =>
  (validUntil === null || validUntil >= today) &&
  (branchId === null || branches.some(({ id }) => id === branchId));

/** Callers also ask about the other branch than the one they called. */
function where({ branchId }: Fact, { language, branchId: called, branches }: Situation): string {
  const name = branches.find(({ id }) => id === branchId)?.name;
  if (name === undefined) return "";
  return ` (${vocabulary[language].where[branchId === called ? "here" : "there"]} ${name})`;
}

const asSentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);

const vocabulary: Record<
  SpeechLanguage,
  {
    opening: Record<AddressForm, string>;
    addressForm: Record<AddressForm, string>;
    topics: Record<QuestionTopic, string>;
    where: { here: string; there: string };
    yesNo: { yes: string; no: string };
    none: string;
  }
> = {
  de: {
    opening: { sie: "Was kann ich für Sie tun?", du: "Was kann ich für dich tun?" },
    addressForm: { sie: "Sie", du: "du" },
    topics: {
      reason: "Anlass des Termins",
      first_visit: "ob der Anrufer zum ersten Mal kommt",
      birthdate: "Geburtsdatum",
      insurance: "gesetzlich oder privat versichert",
      email: "E-Mail-Adresse",
    },
    where: { here: "gilt nur hier, Filiale", there: "gilt nicht hier, nur Filiale" },
    yesNo: { yes: "ja", no: "nein" },
    none: "nichts",
  },
  en: {
    opening: { sie: "What can I do for you?", du: "What can I do for you?" },
    addressForm: { sie: "formal", du: "informal" },
    topics: {
      reason: "reason for the visit",
      first_visit: "whether this is the caller's first visit",
      birthdate: "date of birth",
      insurance: "statutory or private insurance",
      email: "e-mail address",
    },
    where: { here: "only here, branch", there: "not here, only branch" },
    yesNo: { yes: "yes", no: "no" },
    none: "none",
  },
};
