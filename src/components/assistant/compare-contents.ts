import type { AssistantContent, Fact } from "@/contracts/assistant";

type TextField = "greeting" | "disclosure" | "consent" | "forwardingNumber" | "emergencyNumber";

/** One thing that differs between two versions. */
export type ContentChange =
  | { field: TextField; before: string; after: string }
  | { field: "addressForm"; before: AssistantContent["addressForm"]; after: AssistantContent["addressForm"] }
  | { field: "questions"; removed: AssistantContent["questions"]; added: AssistantContent["questions"] }
  | { field: "ownQuestions"; removed: string[]; added: string[] }
  | ({ field: "fact" } & FactPair);

/** An answer before and after; on one side only where it was added or removed. */
export interface FactPair {
  before: Fact | null;
  after: Fact | null;
}

const textFields: TextField[] = ["greeting", "disclosure", "consent", "forwardingNumber", "emergencyNumber"];

/** Field by field, facts each by itself; in the order of the page. Without a version before, everything is new. */
export function compareContents(before: AssistantContent | null, after: AssistantContent): ContentChange[] {
  const changes: ContentChange[] = [];
  for (const field of textFields) {
    const [old, fresh] = [before?.[field] ?? "", after[field] ?? ""];
    if (old !== fresh) changes.push({ field, before: old, after: fresh });
  }
  if (before && before.addressForm !== after.addressForm)
    changes.push({ field: "addressForm", before: before.addressForm, after: after.addressForm });
  const questions = difference(before?.questions ?? [], after.questions);
  if (questions) changes.push({ field: "questions", ...questions });
  const ownQuestions = difference(before?.ownQuestions ?? [], after.ownQuestions);
  if (ownQuestions) changes.push({ field: "ownQuestions", ...ownQuestions });
  return [...changes, ...compareFacts(before?.facts ?? [], after.facts)];
}

function difference<T>(before: T[], after: T[]): { removed: T[]; added: T[] } | undefined {
  const removed = before.filter((item) => !after.includes(item));
  const added = after.filter((item) => !before.includes(item));
  return removed.length + added.length > 0 ? { removed, added } : undefined;
}

const compareFacts = (before: Fact[], after: Fact[]): ContentChange[] =>
  pairFacts(before, after)
    .filter(differs)
    .map((pair) => ({ field: "fact", ...pair }));

export const differs = ({ before, after }: FactPair) => JSON.stringify(before) !== JSON.stringify(after);

/** The same question, or else the same answer, is the same fact. In the order of `after`, then what was removed. */
export function pairFacts(before: Fact[], after: Fact[]): FactPair[] {
  const open = new Set(before);
  const take = (matches: (fact: Fact) => boolean) => {
    const found = [...open].find(matches);
    if (found) open.delete(found);
    return found;
  };
  const same = after.map((fact) => take((old) => !differs({ before: old, after: fact })));
  const asked = after.map(({ question }, index) => same[index] ?? take((old) => old.question === question));
  const pairs = after.map((fact, index) => ({
    before: asked[index] ?? take(({ answer }) => answer === fact.answer) ?? null,
    after: fact,
  }));
  return [...pairs, ...[...open].map((fact) => ({ before: fact, after: null }))];
}
