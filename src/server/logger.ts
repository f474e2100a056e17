import pino from "pino";
import { logLevel } from "@/env";

/** JSON lines on stdout. Secrets never reach it; phone numbers only through `maskPhone`. */
export const logger = pino({
  level: logLevel,
  base: undefined,
  redact: {
    paths: ["password", "*.password", "apiKey", "*.apiKey", "authorization", "*.authorization"],
    censor: "[redacted]",
  },
});
