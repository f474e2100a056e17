import type { AssistantContent, Fact as KeptFact } from "@/contracts/assistant";
import type { Queryable } from "@/server/db";
import { assistantVersions } from "@/server/db/schema";
import type { DemoBusiness } from "./businesses";

type Fact = Pick<KeptFact, "question" | "answer"> & {
  /** Which of the branches it holds for alone. */
  branch?: number;
  /** Days from today on which it is still said. */
  validDays?: number;
};
interface DemoAssistant extends Partial<Omit<AssistantContent, "facts">> {
  facts: Fact[];
}

const assistants: Record<string, DemoAssistant> = {
  "physio-am-park": {
    greeting: "Guten Tag, Physiotherapie am Park.",
    questions: ["reason", "first_visit", "insurance"],
    ownQuestions: ["Liegt ein Rezept vor?"],
    forwardingNumber: "+493023125090",
    facts: [
      {
        question: "Was soll ich mitbringen?",
        answer: "Bitte bringen Sie Ihr Rezept, die Versichertenkarte und ein Handtuch mit.",
      },
      {
        question: "Wie lange gilt mein Rezept?",
        answer: "Die Behandlung muss innerhalb von 28 Tagen nach dem Ausstellen beginnen.",
      },
      {
        question: "Kann ich bei Ihnen parken?",
        answer: "Vor dem Haus sind vier Plätze, zwei davon barrierefrei. Der Bus hält gegenüber.",
        branch: 0,
      },
      {
        question: "Wo parke ich in der Nordstadt?",
        answer: "In der Tiefgarage gegenüber, die erste Stunde ist frei.",
        branch: 1,
      },
      {
        question: "Ist das Bewegungsbad geöffnet?",
        answer: "Ja, das Becken ist wieder offen.",
        validDays: 21,
      },
      {
        question: "Bis wann kann ich absagen?",
        answer: "Bis 24 Stunden vorher, auch hier am Telefon.",
      },
    ],
  },
  "salon-lindner": {
    greeting: "Guten Tag, Salon Lindner.",
    questions: [],
    ownQuestions: ["Wie lang sind die Haare?"],
    facts: [
      { question: "Womit kann ich bezahlen?", answer: "Bar, mit Karte und mit dem Handy." },
      {
        question: "Gibt es Gutscheine?",
        answer: "Ja, über jeden Betrag, im Salon und nach Hause geschickt.",
      },
      {
        question: "Welche Farben verwenden Sie?",
        answer: "Pflanzenfarben und ammoniakfreie Colorationen.",
      },
      {
        question: "Gibt es gerade ein Angebot?",
        answer: "Bis Monatsende ist die Haarkur zum Schnitt inbegriffen.",
        validDays: 14,
      },
    ],
  },
  "beratung-hansen": {
    greeting: "Guten Tag, Hansen und Winter Beratung.",
    questions: ["reason", "email"],
    forwardingNumber: "+492214710090",
    facts: [
      {
        question: "Findet die Beratung vor Ort statt?",
        answer: "Im Büro oder per Video; den Link bekommen Sie mit der Terminbestätigung.",
      },
      { question: "Was kostet das Erstgespräch?", answer: "Das Erstgespräch ist kostenlos." },
      {
        question: "Welche Unterlagen brauchen Sie?",
        answer: "Zum Erstgespräch keine. Danach sagen wir Ihnen, was nötig ist.",
      },
    ],
  },
};

const dayMs = 86_400_000;

/** Two versions each: what it said at first, and what was told it since. */
export async function seedAssistant(
  db: Queryable,
  business: DemoBusiness,
  { tenantId, branchIds, now }: { tenantId: string; branchIds: number[]; now: Date },
): Promise<void> {
  const { facts = [], ...values } = assistants[business.slug] ?? {};
  const kept = ({ question, answer, validDays, branch }: Fact): KeptFact => ({
    question,
    answer,
    validUntil:
      validDays === undefined ? null : new Date(now.getTime() + validDays * dayMs).toISOString().slice(0, 10),
    branchId: branch === undefined ? null : (branchIds[branch] ?? null),
  });
  const first: AssistantContent = {
    greeting: `Guten Tag, hier ist ${business.name}.`,
    disclosure: "Sie sprechen mit einem digitalen Assistenten, einer künstlichen Intelligenz.",
    consent: "Ohne Ihr Ja wird nichts aufgezeichnet. Darf ich das Gespräch aufzeichnen?",
    addressForm: "sie",
    questions: ["reason"],
    ownQuestions: [],
    facts: facts.slice(0, 1).map(kept),
    forwardingNumber: null,
    emergencyNumber: null,
  };
  const second = { ...first, ...values, facts: facts.map(kept) };
  const version = (number: number, content: AssistantContent, daysAgo: number) => ({
    tenantId,
    number,
    content,
    // In the morning, when people see to such things.
    publishedAt: new Date(Math.floor(now.getTime() / dayMs - daysAgo) * dayMs + dayMs * 0.37),
  });
  await db.insert(assistantVersions).values([version(1, first, 62), version(2, second, 9)]);
}
