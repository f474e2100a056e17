/** Length of a German area code by the digits after the 0 (Bundesnetzagentur's plan); mobile prefixes have three. */
function areaCodeLength(digits: string): number {
  if (/^1[567]/.test(digits)) return 3;
  if (/^(3[02]|40|[68]9)/.test(digits)) return 2;
  if (
    /^(2(?:0[1-389]|1[124]|2[18]|3[14])|3(?:[35-9][15]|4[015])|906|8|(?:2[4-9]|4[2-9]|[579][1-9]|6[1-8])1)/.test(
      digits,
    ) &&
    !/^8(?:0[2-9]|[1-8][02-9])/.test(digits)
  )
    return 3;
  return digits.startsWith("3") ? 5 : 4;
}

/** Two groups from seven digits on: short enough to keep in mind while dialling. */
function group(digits: string): string {
  if (digits.length < 7) return digits;
  const half = Math.floor(digits.length / 2);
  return `${digits.slice(0, half)} ${digits.slice(half)}`;
}

const countryCode = /^\+(1|7|2[07]|3[0-46-9]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;

/**
 * An E.164 number grouped as people read it: "0176 1234 5678" at home, "+43 664 123 4567" from abroad.
 * Needs no number tables, so that the browser can do it without 40 kB of them.
 */
export function formatPhone(e164: string): string {
  const [, country, rest] = countryCode.exec(e164) ?? [];
  if (!country || !rest) return e164;
  if (country !== "49") return `+${country} ${rest.slice(0, 3)} ${group(rest.slice(3))}`.trim();
  const area = areaCodeLength(rest);
  return `0${rest.slice(0, area)} ${group(rest.slice(area))}`.trim();
}
