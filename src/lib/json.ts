/**
 * Parses JSON; half a surrogate pair, which a recogniser or a cut can produce, becomes U+FFFD: databases refuse it.
 * @throws SyntaxError, RangeError for nesting beyond all reason
 */
export function parseWellFormedJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!/\\ud/i.test(text)) return value;
  // JSON.stringify writes whole pairs as they are, so whatever is still escaped stands alone.
  return JSON.parse(JSON.stringify(value).replace(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g, "$1\\ufffd"));
}

/** Whether arrays and objects are nested more than `levels` deep. MariaDB's JSON columns end at 32. */
export function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => nestsDeeper(inner, levels - 1));
}
