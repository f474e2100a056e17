import { type AssistantContent, assistantContent } from "@/contracts/assistant";

/** A version's text as it is kept. @throws ZodError where a row does not hold what the contract demands */
export const readContent = (kept: unknown): AssistantContent => assistantContent.parse(kept);

/** The same for a call, which nothing may break: undefined where it cannot be read. */
export const findContent = (kept: unknown): AssistantContent | undefined =>
  assistantContent.safeParse(kept).data;
