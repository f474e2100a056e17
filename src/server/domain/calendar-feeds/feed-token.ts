import { createHash, randomBytes } from "node:crypto";
import { env } from "@/env";

const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** The link is what its owner is known by: shown once, stored as a hash of 256 random bits. */
export function newFeedToken() {
  const token = randomBytes(32).toString("base64url");
  return { link: new URL(`/api/calendar-feeds/${token}.ics`, env.APP_URL).href, tokenHash: hashToken(token) };
}

/** The hash to look for; nothing for what cannot be a token. */
export const hashOfFile = (file: string): string | undefined => {
  const token = /^([\w-]{43})\.ics$/.exec(file)?.[1];
  return token && hashToken(token);
};
