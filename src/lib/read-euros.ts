/** "39", "39,50 €" and "1.200,00" in cents; undefined for what is no amount. A point before two digits is a comma. */
export function readEuros(text: string): number | undefined {
  const written = text.replaceAll(/[\s€]/g, "");
  const [, whole, , cents = ""] = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})([.,](\d{1,2}))?$/.exec(written) ?? [];
  if (whole === undefined) return undefined;
  return Number(whole.replaceAll(".", "")) * 100 + Number(cents.padEnd(2, "0"));
}
