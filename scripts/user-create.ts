import "./lib/load-env";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { z } from "zod";
import { createUserInput } from "@/contracts/users";
import { DomainError } from "@/server/domain/_core/errors";
import { createPlatformContext } from "@/server/domain/_core/platform-context";
import { createUser } from "@/server/domain/users/create-user";
import { runProgram } from "./lib/program";
import { Sentence } from "./lib/sentence";

const usage = `npm run user:create -- --email <address> --name <name> [--role platform_admin|owner|manager|staff|viewer]
                       [--tenant <slug>] [--password-stdin]

Without --role a platform admin is made; every other role needs --tenant. The password is asked for, or read
from standard input.`;

const sentences: Record<string, string> = {
  "user.email_taken": "Somebody with this e-mail address exists already.",
  "user.role_needs_tenant": "A platform admin has no --tenant; every other role needs one.",
  "tenant.not_found": "There is no business with this slug.",
};

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      email: { type: "string" },
      name: { type: "string" },
      role: { type: "string", default: "platform_admin" },
      tenant: { type: "string" },
      "password-stdin": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || !values.email || !values.name) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const interactive = process.stdin.isTTY && !values["password-stdin"];
  const password = interactive ? await askPassword() : await readPassword();
  const { email, name, role, tenant } = values;
  const input = createUserInput.parse({ email, name, role, tenant, password });
  const id = await createUser(createPlatformContext({ type: "job", name: "user-create" }), input);
  console.log(`User ${id} created: ${input.email}, ${input.role}${tenant ? ` of ${tenant}` : ""}.`);
  return 0;
}

async function askPassword(): Promise<string> {
  let muted = false;
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (!muted) process.stdout.write(chunk);
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  terminal.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  try {
    const answer = terminal.question("Password (at least 10 characters): ");
    muted = true;
    return await answer;
  } finally {
    terminal.close();
    process.stdout.write("\n");
  }
}

async function readPassword(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) text += chunk;
  return text.replace(/\r?\n$/, "");
}

await runProgram(async () => {
  try {
    return await main();
  } catch (error) {
    if (error instanceof z.ZodError) throw new Sentence(z.prettifyError(error));
    if (error instanceof TypeError) throw new Sentence(`${error.message}\n\n${usage}`);
    if (error instanceof DomainError) throw new Sentence(sentences[error.code] ?? error.code);
    throw error;
  }
});
