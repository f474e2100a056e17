import { type AssistantContent, publishableContent } from "@/contracts/assistant";
import { DomainError } from "../_core/errors";

/**
 * Kept words may be older than the rules for them; what callers hear from now on keeps to them.
 * @throws DomainError `assistant.not_publishable`
 */
export function requirePublishable(kept: unknown): AssistantContent {
  const read = publishableContent.safeParse(kept);
  if (!read.success) throw new DomainError("assistant.not_publishable", "invalid");
  return read.data;
}
