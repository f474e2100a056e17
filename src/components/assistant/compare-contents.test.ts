import { expect, test } from "vitest";
import type { AssistantContent } from "@/contracts/assistant";
import { compareContents } from "./compare-contents";

const fact = (question: string, answer = "Ja.") => ({ question, answer, validUntil: null, branchId: null });
const content = (values: Partial<AssistantContent> = {}): AssistantContent => ({
  greeting: "Guten Tag.",
  disclosure: "Hier spricht eine KI.",
  consent: "Darf ich aufzeichnen?",
  addressForm: "sie",
  questions: ["reason"],
  ownQuestions: [],
  facts: [fact("Parken?"), fact("Karte?", "Auch mit Karte.")],
  forwardingNumber: null,
  emergencyNumber: null,
  ...values,
});

test("nothing differs between a text and itself", () => {
  expect(compareContents(content(), content())).toEqual([]);
});

test("each field that differs is named with both its values", () => {
  const after = content({
    greeting: "Servus.",
    addressForm: "du",
    questions: ["email"],
    ownQuestions: ["Hund?"],
    forwardingNumber: "+493012345678",
  });
  expect(compareContents(content(), after)).toEqual([
    { field: "greeting", before: "Guten Tag.", after: "Servus." },
    { field: "forwardingNumber", before: "", after: "+493012345678" },
    { field: "addressForm", before: "sie", after: "du" },
    { field: "questions", removed: ["reason"], added: ["email"] },
    { field: "ownQuestions", removed: [], added: ["Hund?"] },
  ]);
});

test("a fact is added, changed by its answer or its question, or removed", () => {
  const after = content({
    facts: [fact("Parken?", "Im Hof."), fact("Kreditkarte?", "Auch mit Karte."), fact("Neu?")],
  });
  expect(compareContents(content(), after)).toEqual([
    { field: "fact", before: fact("Parken?"), after: fact("Parken?", "Im Hof.") },
    {
      field: "fact",
      before: fact("Karte?", "Auch mit Karte."),
      after: fact("Kreditkarte?", "Auch mit Karte."),
    },
    { field: "fact", before: null, after: fact("Neu?") },
  ]);
  expect(compareContents(content(), content({ facts: [] }))).toEqual([
    { field: "fact", before: fact("Parken?"), after: null },
    { field: "fact", before: fact("Karte?", "Auch mit Karte."), after: null },
  ]);
});

test("another order of facts is no difference", () => {
  const facts = [...content().facts].reverse();
  expect(compareContents(content(), content({ facts }))).toEqual([]);
});

test("without a version before, everything is new", () => {
  const fields = compareContents(null, content()).map(({ field }) => field);
  expect(fields).toEqual(["greeting", "disclosure", "consent", "questions", "fact", "fact"]);
});
