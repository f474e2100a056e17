const says =
  /künstliche[rn]? Intelligenz|\bKI\b|(?:digitale|virtuelle)[rn]? Assisten|artificial intelligence|\bAI\b|(?:digital|virtual) assistant/i;

interface Sentence {
  role: string;
  content: string;
  startMs: number | null;
}

/**
 * The sentence in which the agent said that it is a machine (AI Act, article 50), if it did among its first three:
 * later is too late to count.
 */
export function findAiDisclosure<T extends Sentence>(sentences: readonly T[]): T | undefined {
  return sentences
    .filter(({ role }) => role === "agent")
    .slice(0, 3)
    .find(({ content }) => says.test(content));
}
