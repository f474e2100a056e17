import { isIP } from "node:net";

/**
 * The address the nearest proxy saw: the last entry, because everything before it is the client's own claim.
 * Next fills the header from the socket where there is no proxy.
 */
export function clientAddress(forwardedFor: string | null | undefined): string | null {
  const last =
    forwardedFor
      ?.split(",")
      .at(-1)
      ?.trim()
      .replace(/^::ffff:/, "") ?? "";
  return isIP(last) ? last : null;
}
