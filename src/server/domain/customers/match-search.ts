/** What E.164 numbers hold of "0176 123" or "+49 (0)176": its digits without the leading zeros, three at least. */
export function partOfNumber(text: string): string | undefined {
  if (!/^[+\d\s()/.-]+$/.test(text)) return undefined;
  const digits = text.replace("(0)", "").replace(/\D/g, "").replace(/^0+/, "");
  return digits.length >= 3 ? digits : undefined;
}
