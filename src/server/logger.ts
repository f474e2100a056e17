import pino from "pino";
import { logLevel } from "@/env";

/** Drizzle and mysql2 put statement parameters, people's data among them, into what they throw. */
const afterParameters = /(\n|, )?params: [\s\S]*$/;

const withoutData = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const { code, errno, sqlMessage } = error as Error & { code?: string; errno?: number; sqlMessage?: string };
  return {
    type: error.name,
    message: (sqlMessage ? "database error" : error.message).replace(afterParameters, ""),
    stack: error.stack
      ?.split("\n")
      .filter((line) => line.startsWith("    at "))
      .join("\n"),
    code,
    errno,
    cause: error.cause === undefined ? undefined : withoutData(error.cause),
  };
};

/** JSON lines on stdout. Secrets never reach it, nor statement parameters; phone numbers only through `maskPhone`. */
export const logger = pino({
  level: logLevel,
  base: undefined,
  serializers: { err: withoutData, error: withoutData },
  redact: {
    paths: ["password", "*.password", "apiKey", "*.apiKey", "authorization", "*.authorization"],
    censor: "[redacted]",
  },
});
