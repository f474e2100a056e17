import { z } from "zod";
import { asksToRecord } from "@/lib/spoken-yes/recording-question";
import { maxFacts, maxOwnQuestions } from "./assistant-limits";
import { optionalText, plainDate, rowId } from "./form-fields";

export const addressForms = ["sie", "du"] as const;
export type AddressForm = (typeof addressForms)[number];

/** What the assistant may ask before it books, beside the name, which it always asks. In the order of asking. */
export const questionTopics = ["reason", "first_visit", "birthdate", "insurance", "email"] as const;
export type QuestionTopic = (typeof questionTopics)[number];

/** Braces would be taken for a placeholder at the voice platform and read aloud where nothing fills them. */
const spoken = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "required")
    .max(max, "too_long")
    .refine((text) => !/[{}<>]/.test(text), "not_speakable");

const machine =
  "(?:\\bKI\\b|\\bAI\\b|künstliche\\w* intelligenz|artificial intelligence|computer|maschine|machine|roboter|robot|automat)";
const namesMachine = new RegExp(machine, "i");
/** "Nicht mit einer KI", but not "kein Mensch, sondern eine KI". */
const deniesMachine = new RegExp(
  `\\b(?:kein\\w*|nicht|not|no)(?: (?!(?:sondern|but)\\b)[\\p{L}-]+){0,3}? \\p{L}*${machine}`,
  "iu",
);

export const fact = z.object({
  question: spoken(150),
  answer: spoken(400),
  /** The last day on which it is said, on the branch's calendar. */
  validUntil: z
    .union([z.literal(""), plainDate])
    .nullable()
    .transform((day) => day || null),
  /** The only branch it holds for. Versions from before there were such answers know none. */
  branchId: z
    .union([z.literal("all"), rowId])
    .nullish()
    .transform((id) => (typeof id === "number" ? id : null)),
});
export type Fact = z.output<typeof fact>;

/** Everything a business tells its assistant; one version of it. */
export const assistantContent = z.object({
  greeting: spoken(200),
  /** Who speaks is a machine, and the caller is told so first: this sentence is part of every greeting. */
  disclosure: spoken(200).refine((text) => namesMachine.test(text), "no_disclosure"),
  /** Said after it, where the business wants to ask for a recording. */
  consent: spoken(250),
  addressForm: z.enum(addressForms),
  questions: z.array(z.enum(questionTopics)).max(questionTopics.length),
  ownQuestions: z.array(spoken(150)).max(maxOwnQuestions, "too_many"),
  facts: z.array(fact).max(maxFacts, "too_many"),
  /** For callers who want a person. In any spelling, kept as E.164. */
  forwardingNumber: optionalText(40),
  /** For what cannot wait. */
  emergencyNumber: optionalText(40),
});
export type AssistantContent = z.output<typeof assistantContent>;

const asksNothing = (text: string) => !text.includes("?");
const { greeting, disclosure, consent } = assistantContent.shape;

/**
 * What may be published from now on; kept versions may be older than this rule. The question about the recording has
 * to be one that a yes answers as calls are heard, and the only one.
 */
export const publishableContent = assistantContent.extend({
  greeting: greeting.refine(asksNothing, "asks_first"),
  disclosure: disclosure
    .refine((text) => !deniesMachine.test(text), "no_disclosure")
    .refine(asksNothing, "asks_first"),
  consent: consent.refine(asksToRecord, "no_recording_question"),
});

/** Which draft somebody saw: its row and how often it had been saved; without one, there was none. */
const seenDraft = z.object({ draftId: rowId.nullable(), revision: z.number().int().min(0) });

export const draftChange = publishableContent.extend({
  ...seenDraft.shape,
  /** The version in force when the draft was begun; 0 where none had been published. */
  basedOn: z.number().int().min(0),
});
export type DraftChange = z.input<typeof draftChange>;

export const draftRequest = z.object({ draftId: rowId, revision: z.number().int().min(0) });

export const publishRequest = draftRequest.extend({
  /** The version in force that the draft was compared with. */
  replaces: z.number().int().min(0),
});
export type PublishRequest = z.input<typeof publishRequest>;

export const versionRequest = z.object({ number: rowId });
