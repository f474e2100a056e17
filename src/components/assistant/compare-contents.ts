import type { AssistantContent } from "@/contracts/assistant";

type Fact = AssistantContent["facts"][number];
type TextField = "greeting" | "disclosure" | "consent" | "forwardingNumber" | "emergencyNumber";

/** One thing that differs between two versions. */
export type ContentChange =
  | { field: TextField; before: string; after: string }
  | { field: "addressForm"; before: AssistantContent["addressForm"]; after: AssistantContent["addressForm"] }
  | { field: "questions"; removed: AssistantContent["questions"]; added: AssistantContent["questions"] }
  | { field: "ownQuestions"; removed: string[]; added: string[] }
  | { field: "fact"; before: Fact | null; after: Fact | null };

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

/** The same question, or else the same answer, is the same fact. */
function compareFacts(before: Fact[], after: Fact[]): ContentChange[] {
  const open = new Set(before);
  const take = (matches: (fact: Fact) => boolean) => {
    const found = [...open].find(matches);
    if (found) open.delete(found);
    return found;
  };
  const byQuestion = after.map((fact) => take(({ question }) => question === fact.question));
  const pairs = after.map((fact, index) => ({
    before: byQuestion[index] ?? take(({ answer }) => answer === fact.answer) ?? null,
    after: fact,
  }));
  const changed = pairs.filter((pair) => JSON.stringify(pair.before) !== JSON.stringify(pair.after));
  return [...changed, ...[...open].map((fact) => ({ before: fact, after: null }))].map((pair) => ({
    field: "fact" as const,
    ...pair,
  }));
}
