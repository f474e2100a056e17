import { Writable } from "node:stream";
import { DrizzleQueryError } from "drizzle-orm/errors";
import pino from "pino";
import { describe, expect, test } from "vitest";
import { logger } from "./logger";

/** What the product's logger would write, with its own serializers. */
function written(error: unknown): string {
  const lines: string[] = [];
  const stream = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) });
  pino({ serializers: logger[pino.symbols.serializersSym as never] }, stream).error({ err: error }, "failed");
  return lines.join("");
}

describe("the log", () => {
  const cause = Object.assign(new Error("Duplicate entry '+493023125123' for key"), {
    errno: 1062,
    sqlMessage: "Duplicate entry '+493023125123'",
  });
  const failed = new DrizzleQueryError(
    "insert into customers values (?, ?)",
    ["Erika Beispiel", "+493023125123"],
    cause,
  );

  test("keeps people's data out of database errors, but says which error it was", () => {
    const line = written(failed);
    expect(line).not.toContain("Erika");
    expect(line).not.toContain("+4930");
    expect(line).toContain("1062");
  });

  test("would have shown them without its serializer", () => {
    expect(JSON.stringify(pino.stdSerializers.err(failed))).toContain("Erika");
  });
});
