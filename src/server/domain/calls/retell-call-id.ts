import { z } from "zod";

/** Narrow on purpose: the id becomes part of keys that are searched by prefix up to the next colon. */
export const retellCallIdSchema = z.string().regex(/^[A-Za-z0-9._-]{1,128}$/);
