import type { AssistantContent } from "@/contracts/assistant";
import type { tenantKinds } from "@/contracts/tenants";
import type { SpeechLanguage } from "@/lib/speech/language";

type TenantKind = (typeof tenantKinds)[number];

const questions: Record<TenantKind, AssistantContent["questions"]> = {
  physiotherapy: ["reason", "first_visit", "insurance"],
  medical: ["reason", "first_visit", "birthdate", "insurance"],
  salon: [],
  consultancy: ["reason", "email"],
  other: ["reason"],
};

/** What an assistant says whom nobody has told anything yet: enough to answer calls from the first minute. */
export function defaultAssistant(
  kind: TenantKind,
  businessName: string,
  language: SpeechLanguage = "de",
): AssistantContent {
  return {
    ...sentences[language](speakable(businessName)),
    addressForm: "sie",
    questions: questions[kind],
    ownQuestions: [],
    facts: [],
    forwardingNumber: null,
    emergencyNumber: null,
  };
}

/** As the contract wants spoken texts, whatever a business calls itself. */
const speakable = (name: string) =>
  name
    .replace(/[{}<>]/g, "")
    .trim()
    .slice(0, 120);

const sentences: Record<
  SpeechLanguage,
  (name: string) => Pick<AssistantContent, "greeting" | "disclosure" | "consent">
> = {
  de: (name) => ({
    greeting: `Guten Tag, ${name}.`,
    disclosure: "Sie sprechen mit einem digitalen Assistenten, einer künstlichen Intelligenz.",
    consent: "Ohne Ihr Ja wird nichts aufgezeichnet. Darf ich das Gespräch aufzeichnen?",
  }),
  en: (name) => ({
    greeting: `Hello, this is ${name}.`,
    disclosure: "You are speaking with a digital assistant, an artificial intelligence.",
    consent: "Without your yes nothing is recorded. May I record this call?",
  }),
};
