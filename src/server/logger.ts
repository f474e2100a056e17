import pino from "pino";
import { env } from "@/env";

/** JSON lines on stdout. Secrets never reach it; phone numbers only through `maskPhone`. */
export const logger = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  redact: {
    paths: ["password", "*.password", "apiKey", "*.apiKey", "authorization", "*.authorization"],
    censor: "[redacted]",
  },
});
