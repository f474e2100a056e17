import { deviceOf } from "./device";

/** Enough for an owner to recognise where an account was used, and not who sat there. */
export interface SeenFrom {
  /** Shortened; null where it is unknown. */
  address: string | null;
  device: { browser: string; system: string } | null;
}

export const seenFrom = (at: { ipAddress: string | null; userAgent: string | null }): SeenFrom => ({
  address: at.ipAddress && shortAddress(at.ipAddress),
  device: deviceOf(at.userAgent) ?? null,
});

/** The network an address is in, as data protection lets it be kept: /24 of IPv4, /48 of IPv6. */
export function shortAddress(address: string): string {
  if (!address.includes(":")) return address.replace(/\.\d+$/, ".0");
  const [head = [], tail] = address.split("::").map((part) => part.split(":").filter(Boolean));
  const zeros = tail ? Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0") : [];
  return `${[...head, ...zeros, ...(tail ?? [])].slice(0, 3).join(":")}::`;
}
