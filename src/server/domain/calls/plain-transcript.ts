import type { UtteranceDetail } from "@/server/integrations/retell/call-details";

/** A TEXT column. */
const maxBytes = 65_535;
const speakers = { agent: "Agent", user: "User", transfer_target: "Transfer Target" } as const;

/** The conversation as one text, as Retell writes it, cut where the column ends but never inside a character. */
export function plainTranscript(
  transcript: string | null,
  utterances: readonly UtteranceDetail[],
): string | null {
  const text =
    transcript ?? utterances.map(({ role, content }) => `${speakers[role]}: ${content}\n`).join("");
  return text ? cutUtf8(text, maxBytes) : null;
}

function cutUtf8(text: string, limit: number): string {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length <= limit) return text;
  let end = limit;
  // Continuation bytes are 10xxxxxx: go back to the first byte of the character that does not fit.
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.toString("utf8", 0, end);
}
