import type { AssistantContent } from "@/contracts/assistant";
import { toE164 } from "@/lib/phone";
import { DomainError } from "../_core/errors";

export const numberFields = ["forwardingNumber", "emergencyNumber"] as const;
export type NumberField = (typeof numberFields)[number];

/**
 * Numbers in any spelling, as they are kept and dialled: E.164.
 * @throws DomainError `invalid` with the fields at fault
 */
export function readNumbers(content: AssistantContent): AssistantContent {
  const read = { ...content };
  const wrong: Record<string, string> = {};
  for (const field of numberFields) {
    const written = content[field];
    if (written === null) continue;
    const number = toE164(written);
    if (number) read[field] = number;
    else wrong[field] = "phone";
  }
  if (Object.keys(wrong).length > 0) throw new DomainError("invalid", "invalid", { fields: wrong });
  return read;
}
