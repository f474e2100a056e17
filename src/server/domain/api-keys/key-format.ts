import { createHash, randomBytes } from "node:crypto";

const prefix = "ask_live_";

/** 256 random bits: nothing to guess, so a plain SHA-256 is enough to store. */
export const generateApiKey = (): string => prefix + randomBytes(32).toString("base64url");

export const hashApiKey = (key: string): string => createHash("sha256").update(key).digest("hex");

export const looksLikeApiKey = (value: string): boolean => value.startsWith(prefix) && value.length <= 100;

/** What an owner sees of a key later. */
export const keyPrefix = (key: string): string => key.slice(0, 16);
